import { displayWidth } from "../lib/display-width.js";
import { countOf } from "../lib/format.js";
import { printable } from "../lib/printable.js";
import type { TemplateProfile } from "../model/build.js";

/** Jekyll's table of what each template took: times in seconds, sizes in KiB. */
export function printTemplates(templates: readonly TemplateProfile[]): readonly string[] {
  const sum = (key: "count" | "size" | "milliseconds") => templates.reduce((all, one) => all + one[key], 0);
  const total = { count: sum("count"), size: sum("size"), milliseconds: sum("milliseconds") };
  const rows = [
    ...templates.map((template) => cells(printable(template.path), template)),
    cells(`TOTAL (for ${countOf(templates.length, "file")})`, total),
  ];
  const table = [["Filename", "Count", "Bytes", "Time"], ...rows];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...table.map((row) => displayWidth(row[column]!))));
  const lines = table.map(
    (row) => `| ${row.map((cell, column) => padded(cell, widths[column]!, column)).join(" | ")} |`,
  );
  const rule = `+${widths.map((width) => "-".repeat(width + 2)).join("+")}+`;
  return ["Site Render Stats:", "", lines[0]!, rule, ...lines.slice(1)];
}

function cells(name: string, { count, size, milliseconds }: Omit<TemplateProfile, "path">): readonly string[] {
  return [name, String(count), `${(size / 1024).toFixed(2)}K`, (milliseconds / 1000).toFixed(3)];
}

/** Names to the left, numbers to the right. */
function padded(cell: string, width: number, column: number): string {
  const space = " ".repeat(width - displayWidth(cell));
  return column === 0 ? cell + space : space + cell;
}
