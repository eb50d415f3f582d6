import { isPlainHash } from "../../lib/ruby/inspect.js";
import { RubyTime } from "../../lib/ruby/time.js";
import { readJekyllSite } from "../../loader/jekyll/read-site.js";
import { findTheme } from "../../loader/jekyll/theme.js";
import type { JekyllConfig } from "../../model/jekyll/config.js";
import { type JekyllSite, writtenTexts } from "../../model/jekyll/site.js";
import type { JekyllText } from "../../model/jekyll/text.js";
import type { PostRow, RedirectRow, SiteLists, TagRow } from "../../model/site-lists.js";
import { runGenerators } from "../../pages/jekyll/index.js";
import { createConverters } from "./converters.js";
import { createMarkdownCache } from "./markdown-cache.js";

/** The lists of a site of Jekyll's shape, which is read but not rendered. Throws a `UserError`. */
export function listJekyllSite(config: JekyllConfig): SiteLists {
  const site = readJekyllSite(config, findTheme(config));
  const unstored = createMarkdownCache({ ...config, diskCache: false }, "");
  runGenerators(site, () => undefined, createConverters(site, unstored, () => {}).markdown);
  const texts = writtenTexts(site);
  const pages = texts.filter((text) => text.isHtml && !leadsAway(text));
  return {
    source: config.source,
    messages: site.messages,
    posts: site.posts.documents.toReversed().map((post) => postRow(post, config)),
    tags: tagRows(site),
    redirects: texts.filter(leadsAway).map(redirectRow),
    urls: pages.map((text) => ({
      url: config.url + config.baseurl.replace(/\/$/, "") + text.url,
      permalink: text.url,
      output: text.outputPath,
      kind: text.isPost ? "post" : (text.collection?.label ?? "page"),
    })),
  };
}

function postRow(post: JekyllText, { folders }: JekyllConfig): PostRow {
  const { data } = post;
  return {
    source: folders.collections === "" ? post.relativePath : `${folders.collections}/${post.relativePath}`,
    output: post.outputPath,
    permalink: post.url,
    title: String(data.title ?? ""),
    date: post.date ? iso(post.date) : "",
    updated: data.last_modified_at instanceof RubyTime ? iso(data.last_modified_at) : null,
    tags: stringsOf(data.tags),
    categories: stringsOf(data.categories),
    draft: data.draft === true,
  };
}

/** Tags have no pages in Jekyll, unless a plugin made them. */
function tagRows({ posts, pages }: JekyllSite): readonly TagRow[] {
  const counts = new Map<string, number>();
  for (const { data } of posts.documents)
    for (const tag of new Set(stringsOf(data.tags))) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  const archives = new Map(pages.filter(({ data }) => data.type === "tag").map((page) => [page.data.title, page.url]));
  return [...counts].map(([name, count]) => ({ name, permalink: archives.get(name) ?? null, posts: count }));
}

function redirectRow({ url, data }: JekyllText): RedirectRow {
  return { from: url, to: isPlainHash(data.redirect) ? data.redirect.to : [data.redirect_to].flat()[0] };
}

function leadsAway({ data }: JekyllText): boolean {
  return isPlainHash(data.redirect);
}

const iso = (time: RubyTime): string => time.format("%Y-%m-%dT%H:%M:%S%:z");
const stringsOf = (value: unknown): string[] => [value ?? []].flat().map(String);
