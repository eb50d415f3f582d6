import { printable } from "../lib/printable.js";

/** `changed a.md, b.md` */
export function printPaths(paths: readonly string[]): string {
  const more = paths.length > 3 ? ` and ${paths.length - 3} more` : "";
  return printable(`changed ${paths.slice(0, 3).join(", ")}${more}`);
}
