import { displayWidth } from "./display-width.js";
import { printable } from "./printable.js";

const maxWidth = 96;

/**
 * The place of a text that a message is about, as lines for a terminal: the line before it, the line itself and, when the
 * column is known, a mark below. `line` and `column` are 1-based. No lines when the text is shorter.
 */
export function codeFrame(text: string, line: number, column?: number): readonly string[] {
  const lines = text.split(/\r?\n/);
  const focus = lines[line - 1];
  if (focus === undefined) return [];
  const gutter = String(line).length;
  // A scraped body may be one line of 100 KB.
  const start = Math.max(0, (column ?? 1) - 1 - maxWidth / 2);
  const before = lines[line - 2];
  return [
    ...(before === undefined ? [] : [`  ${String(line - 1).padStart(gutter)} | ${clip(before, start)}`.trimEnd()]),
    `> ${line} | ${clip(focus, start)}`.trimEnd(),
    ...(column === undefined ? [] : [`  ${" ".repeat(gutter)} | ${" ".repeat(widthBefore(focus, start, column))}^`]),
  ];
}

function clip(line: string, start: number): string {
  const end = start + maxWidth;
  return `${start > 0 ? "…" : ""}${spaced(line.slice(start, end))}${line.length > end ? "…" : ""}`;
}

function widthBefore(line: string, start: number, column: number): number {
  return (start > 0 ? 1 : 0) + displayWidth(spaced(line.slice(start, Math.max(start, column - 1))));
}

/** One space for one tab, so that the mark stands below its place. */
const spaced = (text: string) => printable(text.replaceAll("\t", "\u00a0")).replaceAll("\u00a0", " ");
