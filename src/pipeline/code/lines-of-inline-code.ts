import type { Element, ElementContent, RootContent } from "hast";
import { blockTags } from "../../html/content-model.js";
import { text } from "../../html/create.js";
import { isElement, textContent } from "../../html/query.js";
import type { Place } from "../../html/walk.js";

/**
 * The content of a `<code>` that stands by itself and has several lines: its author meant a block and forgot the `<pre>`.
 * Lines end with a `<br>`, or else as they do in the source. `undefined` for code in a sentence.
 */
export function linesOfInlineCode(code: Element, { parents, index }: Place): ElementContent[] | undefined {
  const siblings = (parents.at(-1)?.children ?? []) as RootContent[];
  if (siblings[index] !== code) return undefined;
  const broken = code.children.some((child) => isElement(child, "br"));
  const lines = broken ? withoutPrintedLines(code.children) : code.children;
  if (!hasSeveralLines(lines, broken)) return undefined;
  const standsAlone = endsBefore(siblings, index, -1, broken) && endsBefore(siblings, index, 1, broken);
  return standsAlone ? lines : undefined;
}

/** Where `<br>` ends the lines, a line end of the source is a blank. */
function withoutPrintedLines(children: readonly ElementContent[]): ElementContent[] {
  return children.map((child, index) => {
    if (child.type !== "text") return child;
    let { value } = child;
    if (index === 0 || isElement(children[index - 1], "br")) value = value.replace(/^[ \t]*\r?\n[ \t]*/, "");
    if (index === children.length - 1 || isElement(children[index + 1], "br")) value = value.replace(/\s*$/, "");
    return text(value.replace(/[ \t]*\r?\n[ \t]*/g, " "));
  });
}

function hasSeveralLines(children: readonly ElementContent[], broken: boolean): boolean {
  if (broken) {
    const lines = children.filter((child) => textContent(child).trim() !== "");
    return lines.length > 1;
  }
  // Elements in it may be a pretty-printer's reason for the lines.
  if (!children.every((child) => child.type === "text")) return false;
  const source = children.map(textContent).join("");
  return /^[ \t]*\r?\n/.test(source) && source.trim().includes("\n");
}

/** Whether nothing else stands in the line of the code, on this side of it. */
function endsBefore(siblings: readonly RootContent[], index: number, step: 1 | -1, broken: boolean): boolean {
  for (let at = index + step; at >= 0 && at < siblings.length; at += step) {
    const sibling = siblings[at]!;
    if (sibling.type === "element") return sibling.tagName === "br" || blockTags.has(sibling.tagName);
    if (sibling.type !== "text") continue;
    if (sibling.value.trim() === "" && (broken || !sibling.value.includes("\n"))) continue;
    return !broken && (step < 0 ? /\n[ \t]*$/ : /^[ \t]*\r?\n/).test(sibling.value);
  }
  return true;
}
