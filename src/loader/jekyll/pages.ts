import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Hash } from "../../lib/ruby/hash.js";
import { deepMerge } from "../../lib/ruby/merge.js";
import type { Collection, StaticFile } from "../../model/jekyll/site.js";
import { JekyllText } from "../../model/jekyll/text.js";
import { UserError } from "../../model/message.js";
import { report } from "./document.js";
import { entriesOf } from "./folder.js";
import { needsNoFrontMatter, removesOriginals } from "./optional-front-matter.js";
import { readPosts } from "./posts.js";
import { isPublished } from "./publishing.js";
import type { Reading } from "./reading.js";
import { hasFrontMatter, readSourceText, type SourceText } from "./source-text.js";
import { readStaticFile } from "./static-file.js";

export interface FoundFiles {
  readonly posts: JekyllText[];
  readonly pages: JekyllText[];
  readonly staticFiles: StaticFile[];
}

/** Walks through the source: every folder may hold posts, and every other file is a page or is copied. */
export function readFolders(posts: Collection, reading: Reading): FoundFiles {
  const found: FoundFiles = { posts: [], pages: [], staticFiles: [] };
  readFolder("", posts, reading, found);
  readIncludedFiles(reading, found);
  return found;
}

function readFolder(folder: string, posts: Collection, reading: Reading, found: FoundFiles): void {
  const { config, filter } = reading;
  const entries = entriesOf(join(config.source, folder)).filter(({ name, isFolder }) => filter(folder, name, isFolder));
  found.posts.push(...readPosts(folder, posts, reading));
  for (const { name } of entries.filter(({ isFolder }) => isFolder)) {
    const inner = folder === "" ? name : `${folder}/${name}`;
    if (join(config.source, inner) !== config.destination) readFolder(inner, posts, reading, found);
  }
  for (const { name } of entries.filter(({ isFolder }) => !isFolder))
    readPageOrFile(folder === "" ? name : `${folder}/${name}`, reading, found);
}

/** Files that the walk does not come by because their folder is left out. */
function readIncludedFiles(reading: Reading, found: FoundFiles): void {
  const known = new Set([...found.pages, ...found.staticFiles].map(({ path }) => path));
  const { config } = reading;
  for (const written of config.include) {
    const path = join(config.source, written);
    const isFile = entriesOf(join(path, "..")).some(({ name, isFolder }) => !isFolder && path.endsWith(`/${name}`));
    if (isFile && !known.has(path)) readPageOrFile(written.replace(/^\//, ""), reading, found);
  }
}

function readPageOrFile(relativePath: string, reading: Reading, found: FoundFiles): void {
  const path = join(reading.config.source, relativePath);
  if (!hasFrontMatter(readFileSync(path))) {
    const isPage = needsNoFrontMatter(relativePath, reading.config);
    if (isPage) found.pages.push(readPage(path, relativePath, reading));
    if (isPage && removesOriginals(reading.config)) return;
    found.staticFiles.push(readStaticFile(path, `/${relativePath}`, reading));
    return;
  }
  const read = readSourceText(path, relativePath, reading.config.timezone);
  // As in Jekyll, where `published: false` of the defaults hides documents and files, but no page.
  if (isPublished(read.data, reading.config)) found.pages.push(pageOf(read, path, relativePath, reading));
}

/** A page of the source. */
export function readPage(path: string, relativePath: string, reading: Reading): JekyllText {
  return pageOf(readSourceText(path, relativePath, reading.config.timezone), path, relativePath, reading);
}

function pageOf(read: SourceText, path: string, relativePath: string, reading: Reading): JekyllText {
  const { data: written, problem, content, contentLine } = read;
  if (problem) report(problem, reading);
  if (written.permalink === "") throw invalidPermalink(path, relativePath);
  const empty = Object.fromEntries(Object.entries(written).filter(([, value]) => value === null));
  const data: Hash = { ...deepMerge(reading.defaults(relativePath, "pages"), written), ...empty };
  const name = relativePath.slice(relativePath.lastIndexOf("/") + 1);
  return new JekyllText({ path, relativePath, name, data, content, contentLine }, reading.config);
}

function invalidPermalink(path: string, file: string): UserError {
  return new UserError([
    { severity: "error", ruleId: "empty-permalink", reason: `Invalid permalink in ${path}`, file, line: 1 },
  ]);
}
