import { existsSync, readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join, resolve } from "node:path";
import type { JekyllConfig } from "../../model/jekyll/config.js";
import { filesBelow } from "./folder.js";
import { type FoundFiles, readPage } from "./pages.js";
import type { Reading } from "./reading.js";
import { hasFrontMatter } from "./source-text.js";
import { readStaticFile } from "./static-file.js";

/**
 * The folder of the theme that the configuration names, if it is to be found: a folder of the site (`theme: ./my-theme`,
 * or one below `_themes/`), a package in `node_modules`, or the site itself, if that is where the theme is made.
 */
export function findTheme({ values, source }: JekyllConfig): string | undefined {
  const { theme } = values;
  if (typeof theme !== "string" || theme === "") return undefined;
  if (existsSync(join(source, `${basename(theme)}.gemspec`))) return source;
  const folders = [resolve(source, theme), join(source, "_themes", theme), packageFolder(theme, source)];
  return folders.find((folder) => folder !== undefined && isTheme(folder));
}

function packageFolder(name: string, source: string): string | undefined {
  try {
    return dirname(createRequire(join(source, "package.json")).resolve(`${name}/package.json`));
  } catch {
    return undefined;
  }
}

function isTheme(folder: string): boolean {
  return ["_layouts", "_includes", "_sass", "assets"].some((name) =>
    statSync(join(folder, name), { throwIfNoEntry: false })?.isDirectory(),
  );
}

/** The theme's assets, except those that the site has a file of the same path for. */
export function readThemeAssets(theme: string, reading: Reading, found: FoundFiles): void {
  for (const file of filesBelow(join(theme, "assets"), "assets", reading.filter)) {
    const relativePath = `assets/${file}`;
    if (existsSync(join(reading.config.source, relativePath))) continue;
    const path = join(theme, relativePath);
    if (hasFrontMatter(readFileSync(path))) found.pages.push(readPage(path, relativePath, reading));
    else found.staticFiles.push(readStaticFile(path, `/${relativePath}`, reading));
  }
}
