import { join } from "node:path";
import type { JekyllLayout } from "../../model/jekyll/site.js";
import { filesBelow } from "./folder.js";
import type { Reading } from "./reading.js";
import { readSourceText } from "./source-text.js";

/** Layouts by name, of absolute folders: those of an earlier folder win. `base` is what their paths are shown relative to. */
export function readLayouts(
  folders: readonly { readonly folder: string; readonly base: string }[],
  reading: Reading,
): Map<string, JekyllLayout> {
  const layouts = new Map<string, JekyllLayout>();
  // Of two with the same name in a folder, `a.html` and `a.xml`, the last one counts.
  for (const { folder, base } of folders.toReversed()) {
    for (const file of filesBelow(folder, "", reading.filter).filter((path) => path.includes("."))) {
      const name = file.replace(/\.[^.]*$/, "");
      const path = join(folder, file);
      const relativePath = path.slice(base.length + 1);
      const { problem, ...text } = readSourceText(path, relativePath, reading.config.timezone);
      if (problem) reading.messages.push(problem);
      layouts.set(name, { name, path, relativePath, ...text });
    }
  }
  return layouts;
}
