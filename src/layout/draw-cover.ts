import { hash } from "node:crypto";

/**
 * A quiet picture for a post that has none, as SVG: lines as on a sheet, and the first letter of the title. The same title
 * always gives the same picture. It needs no style, so that a strict policy does not break it.
 */
export function drawCover(title: string): string {
  // As a text of its bytes, which costs a third of a buffer.
  const bytes = hash("sha256", title, "binary");
  const byte = (at: number): number => bytes.charCodeAt(at);
  const colour = `hsl(${Math.round((byte(0) / 256) * 360)} 30% 50%)`;
  let lines = "";
  for (let row = 0; row < 6; row += 1) lines += drawLine(row, byte(2 * row + 1), byte(2 * row + 2));
  const [letter = ""] = /[\p{L}\p{N}]/u.exec(title.toUpperCase()) ?? [];
  return `<svg class="drawn" viewBox="0 0 96 64" aria-hidden="true" fill="${colour}" stroke="${colour}"><rect width="96" height="64" fill-opacity=".14" stroke="none"/><path d="${lines}" stroke-opacity=".3" stroke-width="2.5" stroke-linecap="round"/><text x="88" y="54" text-anchor="end" font-size="36" stroke="none">${letter}</text></svg>`;
}

/** Rows of the sheet above the letter; those below end before it. */
const ROWS_ABOVE = 2;

/** A line of writing with a gap where something was scraped off. */
function drawLine(row: number, first: number, second: number): string {
  const isAbove = row < ROWS_ABOVE;
  const left = isAbove ? 6 + Math.round(first / 8) : 5 + Math.round(first / 20);
  const right = isAbove ? 10 + Math.round(second / 12) : 5 + Math.round(second / 32);
  return `M9 ${10 + row * 9}h${left}m8 0h${right}`;
}
