import type { Element, RootContent } from "hast";
import { blockTags } from "../../html/content-model.js";
import { element as create } from "../../html/create.js";
import { isElement } from "../../html/query.js";
import { isHardSpace, isWideLetter, isWideMark } from "../../lib/cjk.js";

/*
 * Runs: what stands between two blocks. They are cut into paragraphs where the author left an empty line.
 */

export function isBlock(node: RootContent): node is Element {
  return node.type === "element" && blockTags.has(node.tagName);
}

/** Blocks as they are, and the runs between them in paragraphs. */
export function wrapRuns(children: readonly RootContent[]): RootContent[] {
  const wrapped: RootContent[] = [];
  for (const part of cutAtBlocks(children)) {
    if (!Array.isArray(part)) wrapped.push(part);
    // Mostly the line breaks of a pretty-printer.
    else if (!part.every(isWhite)) {
      for (const run of cutAtEmptyLines(part, { inText: true }))
        wrapped.push(create("p", {}, run as Element["children"]));
    }
  }
  return wrapped;
}

/** The blocks (and comments, which may be the author's excerpt mark) one by one, and the runs between them. */
export function cutAtBlocks(children: readonly RootContent[]): (RootContent | RootContent[])[] {
  const parts: (RootContent | RootContent[])[] = [];
  let run: RootContent[] | undefined;
  for (const child of children) {
    if (isBlock(child) || (child.type === "comment" && (run === undefined || run.every(isWhite)))) {
      parts.push(child);
      run = undefined;
    } else if (run) run.push(child);
    else {
      run = [child];
      parts.push(run);
    }
  }
  return parts;
}

/**
 * The paragraphs of a run: an empty line is two line breaks with nothing between them, or one before an indented Chinese
 * line; `inText` also an empty line of the source. Paragraphs with nothing in them are left out.
 */
export function cutAtEmptyLines(run: readonly RootContent[], { inText }: { inText: boolean }): RootContent[][] {
  const paragraphs: RootContent[][] = [];
  let open: RootContent[] = [];
  const close = (): void => {
    const paragraph = trimmed(open);
    if (paragraph.length > 0) paragraphs.push(paragraph);
    open = [];
  };
  for (let index = 0; index < run.length; index += 1) {
    const node = run[index]!;
    if (isElement(node, "br")) {
      const next = afterEmptyLine(run, index);
      if (next === undefined) open.push(node);
      else {
        close();
        index = next - 1;
      }
    } else if (inText && node.type === "text" && node.value.includes("\n")) {
      const [first = "", ...others] = node.value.split(/\n[ \t\r]*\n/);
      open.push({ type: "text", value: first });
      for (const value of others) {
        close();
        open.push({ type: "text", value });
      }
    } else open.push(node);
  }
  close();
  return paragraphs;
}

/** Whether a run would be cut. */
export function hasEmptyLine(run: readonly RootContent[]): boolean {
  return run.some((node, index) => isElement(node, "br") && afterEmptyLine(run, index) !== undefined);
}

/** Index of the first node after the empty line that begins with the break at `index`. */
function afterEmptyLine(run: readonly RootContent[], index: number): number | undefined {
  let breaks = 0;
  let next = index;
  while (next < run.length && (isElement(run[next], "br") || isWhite(run[next]!))) {
    if (isElement(run[next], "br")) breaks += 1;
    next += 1;
  }
  if (breaks > 1) return next;
  return isIndentedChinese(run, index + 1) ? index + 1 : undefined;
}

function isIndentedChinese(run: readonly RootContent[], index: number): boolean {
  const node = run[index];
  if (node?.type !== "text") return false;
  let hard = 0;
  for (let at = 0; at < node.value.length; at += 1) {
    const code = node.value.codePointAt(at)!;
    if (isHardSpace(code)) hard += 1;
    else if (!/\s/.test(node.value[at]!)) return hard >= 2 && (isWideLetter(code) || isWideMark(code));
  }
  return false;
}

/** Text of nothing but spaces of any kind. */
function isWhite(node: RootContent): boolean {
  return node.type === "text" && /^[\s\u200b]*$/.test(node.value);
}

function trimmed(run: readonly RootContent[]): RootContent[] {
  let start = 0;
  let end = run.length;
  const isTrimmed = (node: RootContent): boolean => isWhite(node) || isElement(node, "br") || isHollow(node);
  while (start < end && isTrimmed(run[start]!)) start += 1;
  while (start < end && isTrimmed(run[end - 1]!)) end -= 1;
  return run.slice(start, end);
}

/** An inline element without text, picture or link target. */
function isHollow(node: RootContent): boolean {
  if (node.type !== "element" || node.tagName === "br" || shown.has(node.tagName)) return false;
  if (node.properties.id !== undefined || node.properties.name !== undefined) return false;
  return node.children.every((child) => isWhite(child) || (child.type === "element" && isHollow(child)));
}

const shown = new Set(
  "img svg picture video audio iframe object embed canvas input button select textarea math script wbr".split(" "),
);
