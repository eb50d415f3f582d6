import type { BodyKind } from "../../model/document.js";

/*
 * Where code is, nothing is a tag. Code is told here by the text alone, since the tags go before the body is parsed.
 */

/** What may begin code, a comment, a tag or an output. */
export function interestingIn(kind: BodyKind): RegExp {
  const html = "<(?<element>pre|code|script|style|textarea)\\b|(?<tag>\\{%)|(?<output>\\{\\{)";
  const markdown = "^ {0,3}(?<fence>`{3,}|~{3,})|(?<ticks>`+)|(?<=\\n[ \\t]*\\n)(?<indented>(?: {4}|\\t)[ \\t]*(?=[^\\s]))";
  return new RegExp(kind === "html" ? html : `${markdown}|${html}`, "gm");
}

/** The end of the code that begins at `match`, or nothing if none does. */
export function endOfCode(body: string, match: RegExpExecArray): number | undefined {
  const { fence, ticks, element, indented } = match.groups!;
  if (fence) return endOfFence(body, match.index, fence);
  if (ticks) return endOfTicks(body, match.index, ticks);
  if (element) return endOfElement(body, match.index, element);
  return indented === undefined ? undefined : endOfIndented(body, match.index);
}

function endOfFence(body: string, start: number, fence: string): number {
  const closing = new RegExp(`\\n[ \\t]*${fence[0]}{${fence.length},}[ \\t]*(?=\\n|$)`, "g");
  closing.lastIndex = start;
  return closing.exec(body) ? closing.lastIndex : start + fence.length;
}

/** Behind the ticks that answer, in the same paragraph and not far off. */
function endOfTicks(body: string, start: number, ticks: string): number {
  const from = start + ticks.length;
  const paragraph = body.slice(from, from + 2000).split(/\n[ \t]*\n/, 1)[0]!;
  const end = new RegExp(`(?<!\`)${ticks}(?!\`)`).exec(paragraph);
  return end ? from + end.index + ticks.length : from;
}

function endOfElement(body: string, start: number, tagName: string): number | undefined {
  const closing = new RegExp(`</${tagName}\\s*>`, "g");
  closing.lastIndex = start;
  return closing.exec(body) ? closing.lastIndex : undefined;
}

/** Indented lines are code, unless they go on with a list or are a tag of their own. */
function endOfIndented(body: string, start: number): number | undefined {
  const block = /(?:(?: {4}|\t)[^\n]*(?:\n|$)|[ \t]*\n(?=(?:[ \t]*\n)*(?: {4}|\t)))+/y;
  block.lastIndex = start;
  const text = block.exec(body)?.[0];
  if (text === undefined || text.trimStart().startsWith("{%") || isInList(body, start)) return undefined;
  return start + text.length;
}

/** Whether the nearest line before that is not indented begins a list item. */
export function isInList(body: string, offset: number): boolean {
  const before = body.slice(Math.max(0, offset - 3000), offset).split("\n");
  const line = before.findLast((one) => /^ {0,3}\S/.test(one));
  return line !== undefined && /^ {0,3}(?:[-*+]|\d{1,9}[.)])[ \t]/.test(line);
}
