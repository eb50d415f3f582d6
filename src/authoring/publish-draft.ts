import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { formatIso } from "../lib/dates.js";
import { suggest } from "../lib/suggest.js";
import { listSources } from "../loader/list.js";
import { releaseFrontMatter } from "../loader/release-front-matter.js";
import type { Config } from "../model/config.js";
import { readFileName } from "../model/file-name.js";
import { type Message, UserError } from "../model/message.js";

/** Paths relative to the source, with `/`. */
export interface PublishedDraft {
  readonly from: string;
  readonly to: string;
}

/**
 * Makes a post of a draft: it gets a date (ms since the epoch) and moves to the posts; a draft that lies in a folder of its
 * own, as `index.md`, takes its pictures along. A post that is held back where it is stays there. Throws a `UserError` where
 * there is no such draft, or a post in its place.
 */
export function publishDraft(config: Config, named: string, instant: number): PublishedDraft {
  const from = findDraft(config, named);
  const date = formatIso(instant, config.timezone);
  const text = released(readFileSync(join(config.source, from), "utf8"), date, config, from);
  const to = from.startsWith(`${config.folders.drafts}/`) ? placeAmongPosts(config, from, date) : from;
  if (to === from) replace(join(config.source, from), text);
  else move(config.source, from, to, text);
  return { from, to };
}

function findDraft(config: Config, named: string): string {
  const { drafts, posts } = listSources(config);
  const path = relative(config.source, resolve(named)).split(sep).join("/");
  const inSite = named.replace(/^\.\//, "");
  const all = [...drafts, ...posts].map((file) => file.path);
  const exact = [path, inSite, `${config.folders.drafts}/${inSite}`].find((wanted) => all.includes(wanted));
  if (exact !== undefined) return exact;
  const names = drafts.map((file) => [readFileName(file.path).slug, file.path] as const);
  const found = names.filter(([name]) => name === named).map(([, file]) => file);
  if (found.length === 1) return found[0]!;
  if (found.length > 1) throw wrong("draft-unclear", `“${named}” may be ${found.join(" or ")}`, "Name the file");
  const meant = suggest(
    named,
    names.map(([name]) => name),
  );
  throw wrong(
    "no-draft",
    `There is no draft “${named}”`,
    meant === undefined ? "`pumice list drafts` names them all" : `Did you mean \`${meant}\`?`,
  );
}

/** Line ends and a byte order mark stay as they are. */
function released(text: string, date: string, config: Config, file: string): string {
  const mark = text.startsWith("\ufeff") ? "\ufeff" : "";
  const lineEnd = text.includes("\r\n") ? "\r\n" : "\n";
  const done = releaseFrontMatter(text.slice(mark.length).replaceAll(lineEnd, "\n"), date, config.pipeline);
  if (done !== undefined) return mark + done.replaceAll("\n", lineEnd);
  const reason = "The front matter of this draft is not to be changed by a program";
  const note = "Set `date`, take out what holds the draft back, and move it by hand";
  throw new UserError([{ severity: "error", ruleId: "draft-front-matter", reason, note, file, line: 1, column: 1 }]);
}

function placeAmongPosts({ folders }: Config, from: string, date: string): string {
  const below = from.slice(folders.drafts.length + 1);
  const folder = dirname(below) === "." ? "" : `${dirname(below)}/`;
  const name = (path: string) => `${date.slice(0, 10)}-${withoutDate(basename(path))}`;
  if (!isInOwnFolder(below)) return `${folders.posts}/${folder}${name(below)}`;
  const above = dirname(dirname(below)) === "." ? "" : `${dirname(dirname(below))}/`;
  return `${folders.posts}/${above}${name(dirname(below))}/${basename(below)}`;
}

const isInOwnFolder = (path: string) => /\/index\.[^/]+$/.test(path);

const withoutDate = (name: string) => name.replace(/^\d{4}-\d{1,2}-\d{1,2}[-_ ]+/, "");

function move(source: string, from: string, to: string, text: string): void {
  const [old, target] = isInOwnFolder(to) ? [dirname(from), dirname(to)] : [from, to];
  if (existsSync(join(source, target))) {
    throw wrong("post-exists", `There is a ${target} already`, "Rename the draft, or remove the post");
  }
  mkdirSync(dirname(join(source, target)), { recursive: true });
  // The new file first: whatever happens, nothing that was written is lost.
  if (old !== from) cpSync(join(source, old), join(source, target), { recursive: true, errorOnExist: true });
  if (old === from) writeFileSync(join(source, to), text, { flag: "wx" });
  else replace(join(source, to), text);
  rmSync(join(source, old), { recursive: true });
}

function replace(file: string, text: string): void {
  writeFileSync(`${file}.new`, text);
  renameSync(`${file}.new`, file);
}

function wrong(ruleId: string, reason: string, note: string): UserError {
  const message: Message = { severity: "error", ruleId, reason, note };
  return new UserError([message], 2);
}
