import type { BodyKind } from "../../model/document.js";
import { closingFence, type Find } from "../text-search.js";

/*
 * Where code is, nothing is a tag. Code is told here by the text alone, since the tags go before the body is parsed.
 */

/** What may begin code, a tag or an output. */
export function interestingIn(kind: BodyKind): RegExp {
  const html = "<(?<element>pre|code|script|style|textarea)\\b|(?<tag>\\{%)|(?<output>\\{\\{)";
  const markdown =
    "^ {0,3}(?<fence>`{3,}|~{3,})|(?<ticks>`+)|(?<=\\n[ \\t]{0,20}\\n)(?<indented>(?: {4}|\\t)[ \\t]*(?=[^\\s]))";
  return new RegExp(kind === "html" ? html : `${markdown}|${html}`, "gm");
}

/** The end of the code that begins at `match`, or nothing if none does. */
export function endOfCode(body: string, match: RegExpExecArray, find: Find): number | undefined {
  const { fence, ticks, element, indented } = match.groups!;
  const from = match.index + match[0].length;
  if (fence) return find(closingFence(fence), from)?.end;
  if (ticks) return endOfTicks(body, from, ticks);
  if (element) return find(`</${element}\\s*>`, from)?.end;
  return indented === undefined ? undefined : endOfIndented(body, match.index);
}

/** Behind the ticks that answer, in the same paragraph and not far off. */
function endOfTicks(body: string, from: number, ticks: string): number | undefined {
  const paragraph = body.slice(from, from + 2000).split(/\n[ \t]*\n/, 1)[0]!;
  const end = [...paragraph.matchAll(/`+/g)].find(([run]) => run === ticks);
  return end && from + end.index + ticks.length;
}

const indentedLines = /(?:(?: {4}|\t)[^\n]*(?:\n|$)|[ \t]*\n(?=(?:[ \t]*\n){0,5}(?: {4}|\t)))+/y;
const tagOfItsOwn = /^\s*\{%-?\s*(?:highlight|codeblock|raw)\b/;

/** Indented lines are code, unless they go on with a list or are a tag of their own. */
function endOfIndented(body: string, start: number): number | undefined {
  indentedLines.lastIndex = start;
  const text = indentedLines.exec(body)?.[0];
  if (!text || tagOfItsOwn.test(text) || isInList(body, start)) return undefined;
  return start + text.length;
}

/** Whether the nearest line before that is not indented begins a list item. */
export function isInList(body: string, offset: number): boolean {
  const before = body.slice(Math.max(0, offset - 3000), offset).split("\n");
  const line = before.findLast((one) => /^ {0,3}\S/.test(one));
  return line !== undefined && /^ {0,3}(?:[-*+]|\d{1,9}[.)])[ \t]/.test(line);
}
