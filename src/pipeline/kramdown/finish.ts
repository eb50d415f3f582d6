import type { KramdownDocument } from "./document.js";
import { type Element, element, isBlock } from "./element.js";

/** What GFM adds to a document that was read: breaks, ids of headers; and abbreviations are marked. */
export function finishDocument({ root, parsing }: KramdownDocument): void {
  const { hardWrap, autoIds, autoIdPrefix } = parsing.options;
  const mark = hardWrap ? "\n" : "\\\n";
  const ids = new Map<string, number>();
  const visit = (target: Element): void => {
    target.children = target.children.flatMap((child) => {
      if (child.type === "text") return child.value.includes(mark) ? withBreaks(child, target, mark) : [child];
      if (child.type === "header") {
        child.options.rawText = plainText(child);
        if (autoIds && child.attributes.id === undefined)
          child.attributes.id = autoIdPrefix + uniqueId(child.options.rawText, ids);
        return [child];
      }
      if (child.type !== "html") visit(child);
      return [child];
    });
  };
  visit(root);
  const replace = abbreviationReplacer(parsing.abbreviations);
  if (!replace) return;
  for (const target of [root, ...[...parsing.footnotes.values()].map(({ definition }) => definition)]) replace(target);
}

function withBreaks(text: Element, target: Element, mark: string): Element[] {
  const lines = text.value.split(mark);
  const isEnd = lines.at(-1) === "" && isBlock(target) && target.children.at(-1) === text;
  return lines.flatMap((line, index) => {
    const part = element("text", index > 0 ? `\n${line}` : line);
    const isBroken = index < lines.length - 2 || (index === lines.length - 2 && !isEnd);
    return isBroken ? [part, element("br")] : [part];
  });
}

/** What a reader sees of an element, with typographic signs as they are shown. */
export function plainText(target: Element): string {
  return target.children
    .map((child) => {
      if (child.type === "quote") return quoteSigns[child.value] ?? "";
      if (["text", "codespan", "math", "entity", "symbol"].includes(child.type)) return child.value;
      return plainText(child);
    })
    .join("");
}

export const quoteSigns: Readonly<Record<string, string>> = { lsquo: "‘", rsquo: "’", ldquo: "“", rdquo: "”" };

function uniqueId(text: string, ids: Map<string, number>): string {
  const id = text
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- \t]/gu, "")
    .replace(/[ \t]/g, "-");
  const count = (ids.get(id) ?? -1) + 1;
  ids.set(id, count);
  return count > 0 ? `${id}-${count}` : id;
}

function abbreviationReplacer(abbreviations: ReadonlyMap<string, unknown>): ((target: Element) => void) | undefined {
  if (abbreviations.size === 0) return undefined;
  const names = [...abbreviations.keys()].sort((a, b) => b.length - a.length);
  const alternatives = names.map((name) => name.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&")).join("|");
  const word = new RegExp(`(?<![\\p{L}\\p{N}_])(?:${alternatives})(?![\\p{L}\\p{N}_])`, "gu");
  const replace = (target: Element): void => {
    target.children = target.children.flatMap((child) => {
      if (child.type !== "text") {
        replace(child);
        return [child];
      }
      return target.options.content === "raw" ? [child] : split(child.value, word);
    });
  };
  return replace;
}

function split(text: string, word: RegExp): Element[] {
  const parts: Element[] = [];
  let at = 0;
  for (const match of text.matchAll(word)) {
    parts.push(element("text", text.slice(at, match.index)), element("abbreviation", match[0]));
    at = match.index + match[0].length;
  }
  return [...parts, element("text", text.slice(at))];
}
