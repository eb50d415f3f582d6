import { printable } from "../lib/printable.js";
import type { MendedFile } from "../model/mend.js";
import type { Colors } from "./terminal.js";

/** What was mended in a file, line by line, as a diff shows it. */
export function printMended({ path, edits }: MendedFile, colors: Colors): readonly string[] {
  return edits.flatMap(({ line, before, after }) => [
    `${colors.green("✔")} mended ${colors.bold(`${printable(path)}:${line}`)}`,
    ...(before === undefined ? [] : [colors.red(`    - ${printable(before)}`)]),
    ...(after === undefined ? [] : [colors.green(`    + ${printable(after)}`)]),
  ]);
}
