import { TagError } from "../../layout/jekyll/errors.js";
import { escapeAttribute } from "../../layout/jekyll/filters/text.js";
import { absoluteUrl } from "../../layout/jekyll/filters/urls.js";
import type { HeadTag, World } from "../../layout/jekyll/world.js";
import { escapeHtml } from "../../lib/escape.js";
import { isPlainHash } from "../../lib/ruby/inspect.js";
import { RubyTime } from "../../lib/ruby/time.js";
import type { JekyllSite } from "../../model/jekyll/site.js";
import type { JekyllText } from "../../model/jekyll/text.js";
import { seoTag } from "./seo-tag.js";

/** The tags of the plugins that are switched on. */
export function headTags(site: JekyllSite, markdown: (text: string) => string): World["head"] {
  const tags: Record<string, HeadTag> = {};
  const { plugins } = site.config;
  if (plugins.has("jekyll-feed")) tags.feed_meta = () => feedLink(site);
  if (plugins.has("jekyll-seo-tag")) tags.seo = seoTag(site, markdown);
  if (plugins.has("jekyll-gist")) tags.gist = (_, markup) => gistTag(markup, hasNoscript(site));
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
  const title = config.values.title ? ` title="${escapeAttribute(String(config.values.title))}"` : "";
  return `<link type="application/atom+xml" rel="alternate" href="${escapeHtml(href)}"${title} />`;
}

/** The plugin puts the gist's text there, for which it asks GitHub; a link does. */
function hasNoscript({ config }: JekyllSite): boolean {
  return !isPlainHash(config.values.gist) || config.values.gist.noscript !== false;
}

function gistTag(markup: string, hasNoscript: boolean): string {
  const [id, file] = markup.split(/\s+/);
  if (!id) throw new TagError("Syntax error in tag 'gist': Valid syntax: {% gist user/1234567 foo.js %}");
  const source = `https://gist.github.com/${id}.js${file ? `?file=${encodeURIComponent(file)}` : ""}`;
  const link = `<noscript><a href="https://gist.github.com/${escapeHtml(id)}">Gist</a></noscript>`;
  return `${hasNoscript ? link : ""}<script src="${escapeHtml(source)}"> </script>`;
}
