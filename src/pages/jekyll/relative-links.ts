import { posix } from "node:path";
import { decodePercent } from "../../lib/percent.js";
import { fnmatch } from "../../lib/ruby/fnmatch.js";
import { isPlainHash } from "../../lib/ruby/inspect.js";
import { allDocuments, type JekyllSite } from "../../model/jekyll/site.js";
import type { JekyllText } from "../../model/jekyll/text.js";

/** `[text](path "title")`, and `[name]: path`. */
const inline = /(\[(?:[^[\]]|\[[^\]]*\])*\]\()([^\s)#]+)(#[^\s)]*)?((?:\s+"[^"]*")?\))/g;
const reference = /^([ \t]*\[[^\]]+\]:[ \t]*)([^\s#]+)(#\S*)?([ \t]*)$/gm;

/** The plugin jekyll-relative-links: links to a file of the source lead to what it becomes. */
export function linkFiles(site: JekyllSite): void {
  const { plugins, values } = site.config;
  const written = values.relative_links;
  const settings = isPlainHash(written) ? written : {};
  if (!plugins.has("jekyll-relative-links") || settings.enabled === false) return;
  const left = [settings.exclude ?? []].flat().map(String);
  const documents = settings.collections === true ? allDocuments(site) : [];
  const urls = new Map<string, string>([
    ...site.staticFiles.map(({ relativePath, url }) => [relativePath.replace(/^\//, ""), url] as const),
    ...[...site.pages, ...allDocuments(site)].map(({ relativePath, url }) => [relativePath, url] as const),
  ]);
  const baseurl = site.config.baseurl.replace(/\/$/, "");
  for (const text of [...site.pages, ...documents]) {
    if (!text.isMarkdown || left.some((pattern) => fnmatch(pattern, text.relativePath))) continue;
    const lead = (whole: string, start: string, path: string, fragment = "", end = ""): string => {
      const url = /^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(path) ? undefined : urls.get(pathOf(path, text));
      // A space would end the address in Markdown.
      return url === undefined ? whole : `${start}${baseurl}${url.replaceAll(" ", "%20")}${fragment}${end}`;
    };
    text.replaceSource(text.source.replace(inline, lead).replace(reference, lead));
  }
}

function pathOf(written: string, { relativePath }: JekyllText): string {
  const path = decodePercent(written);
  return path.startsWith("/") ? path.slice(1) : posix.normalize(posix.join(posix.dirname(relativePath), path));
}
