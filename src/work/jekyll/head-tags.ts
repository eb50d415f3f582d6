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
  if (plugins.has("jekyll-gist"))
    tags.gist = (_, markup, _read, lookUp) => gistTag(markup.split(/\s+/).map(nameOrValue(lookUp)), hasNoscript(site));
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
  const title = config.values.title ?? config.values.name;
  const titled = title ? ` title="${escapeAttribute(String(title))}"` : "";
  return `<link type="application/atom+xml" rel="alternate" href="${escapeHtml(href)}"${titled} />`;
}

/** The plugin puts the gist's text there, for which it asks GitHub; a link does. */
function hasNoscript({ config }: JekyllSite): boolean {
  return !isPlainHash(config.values.gist) || config.values.gist.noscript !== false;
}

/** What a variable of that name holds, or the name itself. */
function nameOrValue(lookUp: (expression: string) => unknown): (written: string) => string {
  return (written) => (/^[a-z_][\w.-]*$/i.test(written) ? String(lookUp(written) ?? written) : written);
}

function gistTag([id, file]: readonly string[], hasNoscript: boolean): string {
  if (!id) throw new TagError("Syntax error in tag 'gist': Valid syntax: {% gist user/1234567 foo.js %}");
  const source = `https://gist.github.com/${id}.js${file ? `?file=${encodeURIComponent(file)}` : ""}`;
  const link = `<noscript><a href="https://gist.github.com/${escapeHtml(id)}">Gist</a></noscript>`;
  return `${hasNoscript ? link : ""}<script src="${escapeHtml(source)}"> </script>`;
}
