import { displayWidth } from "./display-width.js";

/**
 * Rows of cells as lines with straight columns. A column is as wide as its widest cell, but not wider than its limit (in
 * terminal columns); what is longer is cut with an ellipsis. Columns named in `right` are aligned there.
 */
export function alignColumns(
  rows: readonly (readonly string[])[],
  limits: readonly number[],
  right: readonly number[] = [],
): readonly string[] {
  const widths = limits.map((limit, column) =>
    Math.min(limit, Math.max(0, ...rows.map((row) => displayWidth(row[column] ?? "")))),
  );
  return rows.map((row) =>
    widths
      .map((width, column) => {
        const cell = clip(row[column] ?? "", width);
        const space = " ".repeat(width - displayWidth(cell));
        return right.includes(column) ? space + cell : cell + space;
      })
      .join("  ")
      .trimEnd(),
  );
}

/** The beginning of a text that fits into `width` terminal columns. */
export function clip(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  let cut = "";
  let used = 0;
  for (const character of text) {
    used += displayWidth(character);
    if (used > width - 1) break;
    cut += character;
  }
  return `${cut}…`;
}
