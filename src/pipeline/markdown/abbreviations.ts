import type { Element, ElementContent, Root } from "hast";
import { element, text } from "../../html/create.js";

const untouched = new Set(["code", "pre", "abbr", "script", "style", "textarea", "svg", "math"]);

/** Explains each abbreviation where it stands as a word of its own. */
export function explainAbbreviations(tree: Root, abbreviations: ReadonlyMap<string, string>): void {
  if (abbreviations.size === 0) return;
  const names = [...abbreviations.keys()].sort((a, b) => b.length - a.length);
  const escaped = names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const words = new RegExp(`(?<![\\p{L}\\p{N}_])(?:${escaped.join("|")})(?![\\p{L}\\p{N}_])`, "gu");
  const chinese = /[\p{Script=Han}]/u;
  const pattern = names.some((name) => chinese.test(name)) ? new RegExp(escaped.join("|"), "g") : words;
  visit(tree, pattern, abbreviations);
}

function visit(parent: Root | Element, words: RegExp, abbreviations: ReadonlyMap<string, string>): void {
  parent.children = (parent.children as ElementContent[]).flatMap((node) => {
    if (node.type === "element" && !untouched.has(node.tagName)) visit(node, words, abbreviations);
    return node.type === "text" ? explain(node.value, words, abbreviations) : [node];
  });
}

function explain(value: string, words: RegExp, abbreviations: ReadonlyMap<string, string>): ElementContent[] {
  const parts: ElementContent[] = [];
  let from = 0;
  for (const match of value.matchAll(words)) {
    if (match.index > from) parts.push(text(value.slice(from, match.index)));
    const title = abbreviations.get(match[0]);
    parts.push(element("abbr", title ? { title } : {}, [match[0]]));
    from = match.index + match[0].length;
  }
  if (from < value.length) parts.push(text(value.slice(from)));
  return parts;
}
