import { absoluteUrl } from "../../layout/jekyll/filters/urls.js";
import type { World } from "../../layout/jekyll/world.js";
import { escapeHtml } from "../../lib/escape.js";
import { isPlainHash } from "../../lib/ruby/inspect.js";
import { RubyTime } from "../../lib/ruby/time.js";
import type { JekyllSite } from "../../model/jekyll/site.js";
import type { JekyllText } from "../../model/jekyll/text.js";

/** The tags of the plugins that are switched on. */
export function headTags(site: JekyllSite): World["head"] {
  const tags: Record<string, World["head"][string]> = {};
  const { plugins } = site.config;
  if (plugins.has("jekyll-feed")) tags.feed_meta = () => feedLink(site);
  if (plugins.has("jekyll-seo-tag")) tags.seo = (text, markup) => seoTags(site, text, markup);
  if (plugins.has("jekyll-gist")) tags.gist = (_, markup) => gistTag(markup);
  if (plugins.has("jekyll-last-modified-at")) tags.last_modified_at = (text, markup) => lastModified(text, markup);
  return tags;
}

/** With the plugin's format, unless another is named. */
function lastModified(text: JekyllText | undefined, markup: string): string {
  const time = text?.data.last_modified_at;
  return time instanceof RubyTime ? time.format(markup.replace(/^["']|["']$/g, "") || "%d-%b-%y") : "";
}

function feedLink({ config }: JekyllSite): string {
  const feed = isPlainHash(config.values.feed) ? config.values.feed : {};
  const href = absoluteUrl(String(feed.path ?? "feed.xml"), config);
  const title = config.values.title ? ` title="${escapeHtml(String(config.values.title))}"` : "";
  return `<link type="application/atom+xml" rel="alternate" href="${escapeHtml(href)}"${title} />`;
}

function gistTag(markup: string): string {
  const [id, file] = markup.split(/\s+/);
  const source = `https://gist.github.com/${id}.js${file ? `?file=${encodeURIComponent(file)}` : ""}`;
  return `<noscript><a href="https://gist.github.com/${escapeHtml(id ?? "")}">Gist</a></noscript><script src="${escapeHtml(source)}"> </script>`;
}

/** The most telling of what jekyll-seo-tag writes: title, description, canonical address and Open Graph. */
function seoTags({ config }: JekyllSite, text: JekyllText | undefined, markup: string): string {
  const values = config.values;
  const siteTitle = String(values.title ?? values.name ?? "");
  const pageTitle = String(text?.data.title ?? "") || siteTitle;
  const title = pageTitle !== siteTitle && siteTitle !== "" ? `${pageTitle} | ${siteTitle}` : pageTitle;
  const description = String(text?.data.description ?? values.description ?? values.tagline ?? "");
  const canonical = String(
    text?.data.canonical_url ?? absoluteUrl((text?.url ?? "/").replace(/\/index\.html$/, "/"), config),
  );
  const isPost = text?.collection !== undefined && text.date !== undefined;
  const lines = [
    ...(/title\s*=\s*false/.test(markup) ? [] : [`<title>${escapeHtml(title)}</title>`]),
    property("og:title", pageTitle),
    property("og:locale", String(text?.data.lang ?? values.lang ?? "en_US").replace("-", "_")),
    ...(description ? [name("description", description), property("og:description", description)] : []),
    `<link rel="canonical" href="${escapeHtml(canonical)}" />`,
    property("og:url", canonical),
    ...(siteTitle ? [property("og:site_name", siteTitle)] : []),
    property("og:type", isPost ? "article" : "website"),
    ...(isPost ? [property("article:published_time", text.date!.format("%Y-%m-%dT%H:%M:%S%:z"))] : []),
    name("twitter:card", "summary"),
  ];
  return lines.join("\n");
}

const property = (key: string, value: string): string => `<meta property="${key}" content="${escapeHtml(value)}" />`;
const name = (key: string, value: string): string => `<meta name="${key}" content="${escapeHtml(value)}" />`;
