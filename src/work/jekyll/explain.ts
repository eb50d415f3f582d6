import { join, resolve } from "node:path";
import { isPlainHash } from "../../lib/ruby/inspect.js";
import { RubyTime } from "../../lib/ruby/time.js";
import { readSourceText } from "../../loader/jekyll/source-text.js";
import type { ExplainedField, Explanation } from "../../model/explanation.js";
import type { JekyllConfig } from "../../model/jekyll/config.js";
import { allDocuments, type JekyllSite } from "../../model/jekyll/site.js";
import type { JekyllText } from "../../model/jekyll/text.js";
import { UserError } from "../../model/message.js";
import { startClock } from "../clock.js";
import { renderJekyllSite } from "./rendered-site.js";

/** What a page or document of a Jekyll site came out as, and where each value is from. Throws a `UserError` for other files. */
export function explainJekyllText(file: string, config: JekyllConfig): Explanation {
  const shown = { ...config, diskCache: false, values: { ...config.values, show_drafts: true } };
  const { site, messages } = renderJekyllSite(shown, {}, startClock());
  const text = [...allDocuments(site), ...site.pages].find(({ path }) => resolve(path) === resolve(file));
  if (!text) throw new UserError([notOfSite(file)], 2);
  return {
    path: text.relativePath,
    source: config.source,
    kind: text.data.draft === true ? "draft" : text.isPost ? "post" : "page",
    bodyKind: text.isMarkdown ? "markdown" : "html",
    bodyLine: text.contentLine,
    wordCount: text.content
      .replace(/<[^>]*>/g, " ")
      .split(/\s+/)
      .filter(Boolean).length,
    fields: fieldsOf(text, site),
    origins: [],
    changes: [],
    losses: [],
    note: text.isPost
      ? "Liquid runs in the texts of a Jekyll site. Posts are not cleaned, only what could harm their readers is taken out."
      : "Liquid runs in the texts of a Jekyll site, and nothing but posts is searched for what could harm readers.",
    messages: messages.filter((message) => message.file === text.relativePath),
  };
}

function notOfSite(file: string) {
  return {
    severity: "error" as const,
    ruleId: "not-of-site",
    reason: `${file} is no page or document of this site`,
    note: "Files without front matter are copied as they are; `exclude`, `published: false` and dates to come keep others out",
  };
}

/** First where the text goes, then its own values. */
function fieldsOf(text: JekyllText, site: JekyllSite): readonly ExplainedField[] {
  const written = readSourceText(join(text.path), text.relativePath, site.config.timezone).data;
  const defaults = site.defaults(text.relativePath, text.collection?.label ?? "pages");
  const from = (key: string): string => {
    if (Object.hasOwn(written, key)) return `key ${JSON.stringify(key)}`;
    return Object.hasOwn(defaults, key) ? "`defaults` in the configuration" : (worked[key] ?? "a plugin or Jekyll");
  };
  const urlFrom = text.permalink === undefined ? permalinkFrom(text, site) : from("permalink");
  return [
    { name: "url", value: text.url, from: urlFrom },
    { name: "output", value: text.isWritten ? text.outputPath : null, from: text.isWritten ? "url" : "not written" },
    { name: "layouts", value: layoutsOf(text, site), from: text.data.layout === undefined ? "none" : from("layout") },
    ...(text.collection ? [{ name: "collection", value: text.collection.label, from: "folder" }] : []),
    ...(text.date ? [{ name: "date", value: plain(text.date), from: from("date") }] : []),
    ...Object.keys(text.data)
      .filter((key) => !["layout", "date", "permalink", "excerpt"].includes(key))
      .map((key) => ({ name: key, value: plain(text.data[key]), from: from(key) })),
  ];
}

/** Where values are from that nobody wrote. */
const worked: Readonly<Record<string, string>> = {
  title: "file name",
  slug: "file name",
  ext: "file name",
  date: "file name, or else the time of the build",
  draft: "folder",
  categories: "folders above the posts, `category` and `categories`",
  tags: "`tag` and `tags`",
  last_modified_at: "Git, or else the file",
};

function permalinkFrom(text: JekyllText, { config }: JekyllSite): string {
  const own = text.collection?.settings.permalink;
  if (text.isPost) return `permalink ${String(own ?? config.values.permalink)}`;
  return own === undefined ? `path, and permalink ${String(config.values.permalink)}` : `permalink ${String(own)}`;
}

/** The chain from the text's own layout outwards. */
function layoutsOf({ data }: JekyllText, { layouts }: JekyllSite): readonly string[] {
  const names: string[] = [];
  let name = data.layout;
  while (name !== undefined && name !== null && layouts.has(String(name)) && !names.includes(String(name))) {
    names.push(String(name));
    name = layouts.get(String(name))!.data.layout;
  }
  return names;
}

/** As JSON has it: times as texts. */
function plain(value: unknown): unknown {
  if (value instanceof RubyTime) return value.format("%Y-%m-%dT%H:%M:%S%:z");
  if (Array.isArray(value)) return value.map(plain);
  if (isPlainHash(value)) return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
  return value ?? null;
}
