import { idOf } from "../../layout/jekyll/drops/text-drop.js";
import { absoluteUrl } from "../../layout/jekyll/filters/urls.js";
import { isPlainHash } from "../../lib/ruby/inspect.js";
import type { RubyTime } from "../../lib/ruby/time.js";
import { escapeXml } from "../../lib/xml.js";
import { type JekyllSite, writtenTexts } from "../../model/jekyll/site.js";
import type { JekyllText } from "../../model/jekyll/text.js";
import type { Output } from "../../model/output.js";

/** `feed.xml` and `sitemap.xml`, where their plugins are switched on and the site has no files of its own there. */
export function feedsOf(site: JekyllSite, taken: ReadonlySet<string>): readonly Output[] {
  const { plugins, values } = site.config;
  const feed = isPlainHash(values.feed) ? values.feed : {};
  const path = String(feed.path ?? "feed.xml").replace(/^\//, "");
  const outputs = [
    ...(plugins.has("jekyll-feed") ? [{ path, contents: atom(site, path, Number(feed.posts_limit ?? 10)) }] : []),
    ...(plugins.has("jekyll-sitemap") ? [{ path: "sitemap.xml", contents: sitemap(site) }] : []),
  ];
  return outputs.filter((output) => !taken.has(output.path));
}

const iso = (time: RubyTime): string => time.format("%Y-%m-%dT%H:%M:%S%:z");

function atom(site: JekyllSite, path: string, limit: number): string {
  const { config, time } = site;
  const { title, name, description } = config.values;
  const posts = site.posts.documents
    .filter(({ data }) => data.draft !== true)
    .slice(-limit)
    .reverse();
  return `<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><generator uri="https://jekyllrb.com/" version="4.3.4">Jekyll</generator><link href="${absolute(path, site)}" rel="self" type="application/atom+xml" /><link href="${absolute("/", site)}" rel="alternate" type="text/html" /><updated>${iso(time)}</updated><id>${absolute(path, site)}</id>${element("title", title ?? name, ' type="html"')}${element("subtitle", description)}${authorOf(config.values.author)}${posts.map((post) => entryOf(post, site)).join("")}</feed>`;
}

function entryOf(post: JekyllText, site: JekyllSite): string {
  const url = absolute(post.url, site);
  const title = escapeXml(String(post.data.title ?? "").replace(/<[^>]*>/g, ""));
  const terms = [...((post.data.categories as unknown[]) ?? []), ...((post.data.tags as unknown[]) ?? [])];
  const categories = terms.map((term) => `<category term="${escapeXml(String(term))}" />`).join("");
  const content = post.content.trim().replaceAll("]]>", "]]]]><![CDATA[>");
  return `<entry><title type="html">${title}</title><link href="${url}" rel="alternate" type="text/html" title="${title}" /><published>${iso(post.date!)}</published><updated>${iso(post.date!)}</updated><id>${absolute(idOf(post), site)}</id><content type="html" xml:base="${url}"><![CDATA[${content}]]></content>${authorOf(post.data.author ?? site.config.values.author)}${categories}</entry>`;
}

function authorOf(author: unknown): string {
  const name = isPlainHash(author) ? author.name : author;
  return name ? `<author><name>${escapeXml(String(name))}</name></author>` : "";
}

function element(tag: string, value: unknown, attributes = ""): string {
  return value ? `<${tag}${attributes}>${escapeXml(String(value))}</${tag}>` : "";
}

const absolute = (url: string, { config }: JekyllSite): string => escapeXml(absoluteUrl(url, config));

function sitemap(site: JekyllSite): string {
  const texts = writtenTexts(site).filter(
    (text) => text.data.sitemap !== false && (text.isHtml || text.url.endsWith("/")) && text.url !== "/404.html",
  );
  const entries = texts.map((text) => {
    const date = text.collection ? text.date : undefined;
    const changed = date ? `<lastmod>${iso(date)}</lastmod>\n` : "";
    return `<url>\n<loc>${absolute(text.url.replace(/\/index\.html$/, "/"), site)}</loc>\n${changed}</url>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries.join("\n")}\n</urlset>\n`;
}
