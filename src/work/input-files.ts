import { join } from "node:path";
import { listFolder, listSources, type SourceFile, type SourceFiles } from "../loader/list.js";
import type { Config } from "../model/config.js";

/** All files that a build reads, apart from the configuration. */
export interface InputFiles {
  readonly sources: SourceFiles;
  /** By a name of its own each: the path below the site, or below the program's folder behind `<theme>/`. */
  readonly files: ReadonlyMap<string, SourceFile>;
}

/** Lists what is in the site's folders and in the built-in theme; `theme` is the program's own folder. */
export function listInputFiles(config: Config, theme: string): InputFiles {
  const sources = listSources(config);
  const files = new Map<string, SourceFile>();
  for (const list of Object.values(sources)) for (const file of list) files.set(file.path, file);
  const { includes, assets } = config.folders;
  for (const folder of [includes, assets, join(assets, ".well-known")]) {
    for (const file of listFolder(config.source, folder)) files.set(file.path, file);
  }
  for (const folder of ["layouts", "includes", "assets", "dist/assets"]) {
    for (const file of listFolder(theme, folder)) files.set(`<theme>/${file.path}`, file);
  }
  return { sources, files };
}
