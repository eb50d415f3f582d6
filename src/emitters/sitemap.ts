import { timestamp } from "../lib/timestamp.js";
import { element, escapeXml, textElement, xmlFile } from "../lib/xml.js";
import type { Config } from "../model/config.js";
import type { Output } from "../model/output.js";
import type { Page, PageKindName } from "../model/page.js";
import type { Emitter } from "./emitter.js";
import { wholeUrl } from "./whole-url.js";

/** The protocol's limits for one file are 50,000 addresses and 50 MB. */
const maxAddresses = 50_000;
const maxLength = 45_000_000;

const namespace = { xmlns: "http://www.sitemaps.org/schemas/sitemap/0.9" };
const unlisted: ReadonlySet<PageKindName> = new Set(["redirect", "not-found", "search"]);

/** `/sitemap.xml`; on a very large site an index of `/sitemap-1.xml`, `/sitemap-2.xml` … */
export const sitemap: Emitter = {
  name: "sitemap",
  emit: ({ site, pages }) => {
    const addresses = pages.filter(isListed).map((page) => printAddress(page, site.config));
    const files = splitByLimits(addresses).map((part) => xmlFile(element("urlset", namespace, "\n", ...part)));
    return {
      outputs: files.length === 1 ? [{ path: "sitemap.xml", contents: files[0]! }] : withIndex(files, site.config),
    };
  },
};

const isListed = (page: Page) => !page.noindex && !unlisted.has(page.kind);

function printAddress({ permalink, lastModified }: Page, config: Config): string {
  const location = `<loc>${escapeXml(wholeUrl(config, permalink))}</loc>`;
  const time = lastModified ? `<lastmod>${timestamp(lastModified)}</lastmod>` : "";
  return `<url>${location}${time}</url>\n`;
}

/** At least one part, which may be empty. */
function splitByLimits(addresses: readonly string[]): readonly (readonly string[])[] {
  const parts: string[][] = [[]];
  let length = 0;
  for (const address of addresses) {
    if (parts.at(-1)!.length === maxAddresses || length + Buffer.byteLength(address) > maxLength) {
      parts.push([]);
      length = 0;
    }
    parts.at(-1)!.push(address);
    length += Buffer.byteLength(address);
  }
  return parts;
}

function withIndex(files: readonly string[], config: Config): readonly Output[] {
  const outputs = files.map((contents, index) => ({ path: `sitemap-${index + 1}.xml`, contents }));
  const entries = outputs.map(
    ({ path }) => `${element("sitemap", {}, textElement("loc", wholeUrl(config, `/${path}`)))}\n`,
  );
  return [{ path: "sitemap.xml", contents: xmlFile(element("sitemapindex", namespace, "\n", ...entries)) }, ...outputs];
}
