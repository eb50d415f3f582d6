import { timeOf } from "../../layout/jekyll/filters/dates.js";
import { escapeAttribute } from "../../layout/jekyll/filters/text.js";
import { absoluteUrl } from "../../layout/jekyll/filters/urls.js";
import type { PluginPage } from "../../model/jekyll/plugin-page.js";
import type { JekyllSite } from "../../model/jekyll/site.js";

/** `sitemap.xml` and a `robots.txt` that names it, as jekyll-sitemap 1.4 writes them, where the site has none of its own. */
export function jekyllSitemap(site: JekyllSite): readonly PluginPage[] {
  const has = (path: string): boolean => [...site.pages, ...site.staticFiles].some(({ url }) => url === `/${path}`);
  const own = absoluteUrl("sitemap.xml", site.config);
  const style = has("sitemap.xsl") ? absoluteUrl("sitemap.xsl", site.config) : undefined;
  const pages: readonly PluginPage[] = [
    { path: "sitemap.xml", data: { xsl: style !== undefined }, contents: () => sitemap(site, style) },
    { path: "robots.txt", data: {}, contents: () => `Sitemap: ${own}\n` },
  ];
  return pages.filter(({ path }) => !has(path));
}

const listedFiles = new Set([".htm", ".html", ".xhtml", ".pdf"]);

/** Documents of the collections by label, then pages, then files that browsers show. */
function sitemap(site: JekyllSite, style: string | undefined): string {
  const documents = [...site.collections.values()]
    .filter(({ output }) => output)
    .sort((a, b) => (a.label < b.label ? -1 : 1))
    .flatMap((collection) => collection.documents.filter((text) => text.isWritten))
    .map(({ url, data, date }) => ({ url, data, changed: data.last_modified_at ?? date }));
  const pages = site.pages
    .filter((page) => (page.isHtml || page.url.endsWith("/")) && page.url !== "/404.html")
    .map(({ url, data }) => ({ url, data, changed: data.last_modified_at }));
  const files = site.staticFiles
    .filter(({ extension, name }) => listedFiles.has(extension) && name !== "404.html")
    .map(({ relativePath, data, modified }) => ({ url: relativePath, data, changed: modified as unknown }));
  const entries = [...documents, ...pages, ...files]
    .filter(({ data }) => data.sitemap !== false)
    .map(({ url, changed }) => entryOf(url, changed, site));
  const styled = style ? `<?xml-stylesheet type="text/xsl" href="${escapeAttribute(style)}"?>\n` : "";
  return `<?xml version="1.0" encoding="UTF-8"?>\n${styled}<urlset xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.sitemaps.org/schemas/sitemap/0.9 http://www.sitemaps.org/schemas/sitemap/0.9/sitemap.xsd" xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries.join("")}</urlset>\n`;
}

function entryOf(url: string, changed: unknown, { config }: JekyllSite): string {
  const time = timeOf(changed, config.timezone)?.in(config.timezone).format("%Y-%m-%dT%H:%M:%S%:z");
  const whole = escapeAttribute(absoluteUrl(url.replace("/index.html", "/"), config));
  return `<url>\n<loc>${whole}</loc>\n${time ? `<lastmod>${time}</lastmod>\n` : ""}</url>\n`;
}
