import { displayWidth } from "../lib/display-width.js";
import { countOf } from "../lib/format.js";
import { printable } from "../lib/printable.js";
import type { Stage, TemplateProfile } from "../model/build.js";

/** Jekyll's tables of what each phase of a build took, and each template: times in seconds, sizes in KiB. */
export function printTemplates(stages: readonly Stage[], templates: readonly TemplateProfile[]): readonly string[] {
  const sum = (key: "count" | "size" | "milliseconds") => templates.reduce((all, one) => all + one[key], 0);
  const total = { count: sum("count"), size: sum("size"), milliseconds: sum("milliseconds") };
  const rows = [
    ...templates.map((template) => cells(printable(template.path), template)),
    cells(`TOTAL (for ${countOf(templates.length, "file")})`, total),
  ];
  return [
    "Build Process Summary:",
    "",
    ...printTable(["PHASE", "TIME"], phasesOf(stages)),
    "",
    "Site Render Stats:",
    "",
    ...printTable(["Filename", "Count", "Bytes", "Time"], rows),
  ];
}

function phasesOf(stages: readonly Stage[]): readonly (readonly string[])[] {
  const seconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(4);
  const total = stages.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
  return [
    ...stages.map(({ name, milliseconds }) => [name.toUpperCase(), seconds(milliseconds)]),
    ["TOTAL TIME", seconds(total)],
  ];
}

function printTable(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const table = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...table.map((row) => displayWidth(row[column]!))));
  const lines = table.map(
    (row) => `| ${row.map((cell, column) => padded(cell, widths[column]!, column)).join(" | ")} |`,
  );
  const rule = `+${widths.map((width) => "-".repeat(width + 2)).join("+")}+`;
  return [lines[0]!, rule, ...lines.slice(1)];
}

function cells(name: string, { count, size, milliseconds }: Omit<TemplateProfile, "path">): readonly string[] {
  return [name, String(count), `${(size / 1024).toFixed(2)}K`, (milliseconds / 1000).toFixed(3)];
}

/** Names to the left, numbers to the right. */
function padded(cell: string, width: number, column: number): string {
  const space = " ".repeat(width - displayWidth(cell));
  return column === 0 ? cell + space : space + cell;
}
