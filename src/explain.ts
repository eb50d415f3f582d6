import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { loadJekyllConfig } from "./config/jekyll.js";
import { loadConfig } from "./config/load.js";
import { loadDocument } from "./loader/load.js";
import type { BuildOptions } from "./model/build.js";
import type { Config, Folders } from "./model/config.js";
import type { Document } from "./model/document.js";
import { explainFields } from "./model/explain-fields.js";
import type { Explanation } from "./model/explanation.js";
import { UserError } from "./model/message.js";
import type { Post } from "./model/post.js";
import { processDocument } from "./pipeline/process.js";
import { explainJekyllText } from "./work/jekyll/explain.js";
import { loadOwnParts } from "./work/own-parts.js";
import { shapeOf } from "./work/shape-of.js";

export interface ExplainOptions extends Omit<BuildOptions, "source"> {
  /** The site that the file belongs to; without it, the nearest folder above the file that has a `_config.yml`. */
  readonly source?: string;
  /** The content of the file where it is not to be read from the disk. */
  readonly bytes?: Uint8Array;
}

/**
 * What becomes of one post and why: of a post of a site, or of any file. Nothing is written, and no other post is looked at.
 * Throws a `UserError` where there is no such file.
 */
export async function explain(file: string, options: ExplainOptions = {}): Promise<Explanation> {
  const bytes = options.bytes ?? readBytes(file);
  const source = options.source ?? siteAround(file);
  const ofSite = { ...options, source };
  if (hasConfig(source) && shapeOf(ofSite) === "jekyll") return explainJekyllText(file, loadJekyllConfig(ofSite));
  const { config, messages } = loadConfig({ ...options, source });
  const path = pathWithin(file, config.source);
  const kind = kindOf(path, config.folders);
  const document = loadDocument(
    { path, bytes, folder: kind === "draft" ? "drafts" : kind === "page" ? "pages" : "posts" },
    { ...config.pipeline, withOrigins: true },
  );
  const { post } = processDocument(document, "", config.pipeline, await loadOwnParts(config.pipeline.ownCode));
  return { ...describe(document, post, config, kind), messages: [...messages, ...messagesOf(document, post, kind)] };
}

function describe(
  document: Document,
  post: Post,
  config: Config,
  kind: Explanation["kind"],
): Omit<Explanation, "messages"> {
  const isCleaned = kind !== "page";
  const changes = isCleaned ? post.changes : [];
  return {
    path: document.path,
    source: config.source,
    kind,
    bodyKind: document.bodyKind,
    bodyLine: document.bodyLine,
    wordCount: post.wordCount,
    fields: explainFields(document, post, config, kind),
    origins: isCleaned ? post.origins : [],
    changes,
    losses: changes.filter(({ lostText }) => lostText > 0),
  };
}

function messagesOf(document: Document, post: Post, kind: Explanation["kind"]) {
  return kind === "page" ? document.messages : post.messages;
}

function readBytes(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const reason =
      code === "ENOENT" ? "does not exist" : code === "EISDIR" ? "is a folder" : `cannot be read (${code})`;
    throw new UserError([{ severity: "error", ruleId: "no-file", reason: `The file ${file} ${reason}` }], 2);
  }
}

/**
 * The nearest folder above the file that has a configuration, else the one around a folder that is named as those of a
 * site, else the folder of the file.
 */
function siteAround(file: string): string {
  const above = foldersAbove(resolve(file));
  const named = above.find((folder) => /^_?(?:posts|drafts|pages)$/.test(basename(folder)));
  return above.find(hasConfig) ?? (named === undefined ? above[0]! : dirname(named));
}

function hasConfig(folder: string): boolean {
  return ["_config.yml", "_config.yaml"].some((name) => existsSync(join(folder, name)));
}

function foldersAbove(file: string): readonly string[] {
  const folder = dirname(file);
  return folder === file ? [] : [folder, ...foldersAbove(folder)];
}

function pathWithin(file: string, source: string): string {
  const path = relative(source, resolve(file)).split(sep).join("/");
  return path === "" || path.startsWith("../") || path.startsWith("/") ? basename(file) : path;
}

function kindOf(path: string, folders: Folders): Explanation["kind"] {
  if (path.startsWith(`${folders.drafts}/`)) return "draft";
  return path.startsWith(`${folders.pages}/`) ? "page" : "post";
}
