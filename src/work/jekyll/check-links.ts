import { parseHtml } from "../../html/parse.js";
import { findElements, stringAttribute } from "../../html/query.js";
import { decodePercent } from "../../lib/percent.js";
import { type JekyllSite, writtenTexts } from "../../model/jekyll/site.js";
import type { JekyllText } from "../../model/jekyll/text.js";
import type { Message } from "../../model/message.js";
import { type LinkProblem, placeLinkProblems } from "./place-link-problems.js";

/** Files of the finished site: `text` made it, unless it was copied or a plugin's. */
export interface FinishedFile {
  readonly path: string;
  readonly text?: JekyllText;
}

interface FinishedPage {
  readonly text: JekyllText;
  readonly links: readonly Link[];
  readonly ids: ReadonlySet<string>;
}

interface Link {
  readonly url: string;
  readonly isImage: boolean;
  readonly lacksAlt: boolean;
}

/** Links and pictures of the finished pages that lead to nothing on the site, and pictures of posts without a text. */
export function checkLinks(site: JekyllSite, files: readonly string[]): readonly Message[] {
  const pages = new Map(
    writtenTexts(site)
      .filter((text) => text.isHtml && text.replacement === undefined)
      .map((text) => [text.outputPath.normalize("NFC"), readPage(text)] as const),
  );
  const known = new Set(files.map((file) => file.normalize("NFC")));
  const problems: LinkProblem[] = [];
  for (const page of pages.values()) {
    for (const link of page.links) {
      const kind = problemOf(link, page, { site, pages, known });
      if (kind) problems.push({ kind, url: link.url, text: page.text });
    }
  }
  return placeLinkProblems(problems, site);
}

function readPage(text: JekyllText): FinishedPage {
  const tree = parseHtml(text.output ?? "");
  const ids = findElements(tree, () => true).flatMap((element) => [
    ...[stringAttribute(element, "id") ?? []].flat(),
    ...(element.tagName === "a" ? [stringAttribute(element, "name") ?? []].flat() : []),
  ]);
  const links = findElements(tree, ({ tagName }) => tagName === "a" || tagName === "img").flatMap((element): Link[] => {
    const isImage = element.tagName === "img";
    const url = stringAttribute(element, isImage ? "src" : "href")?.trim();
    if (url === undefined) return [];
    const lacksAlt = isImage && text.isPost && (stringAttribute(element, "alt") ?? "").trim() === "";
    return [{ url, isImage, lacksAlt }];
  });
  return { text, links, ids: new Set(ids) };
}

interface Known {
  readonly site: JekyllSite;
  readonly pages: ReadonlyMap<string, FinishedPage>;
  readonly known: ReadonlySet<string>;
}

function problemOf({ url, isImage, lacksAlt }: Link, page: FinishedPage, all: Known): LinkProblem["kind"] | undefined {
  const place = sitePlace(url, page.text, all.site);
  if (!place) return lacksAlt ? "image-alt" : undefined;
  const file = filesOf(place.path).find((path) => all.known.has(path));
  if (file === undefined) return isImage ? "missing-image" : "broken-link";
  if (lacksAlt) return "image-alt";
  const target = all.pages.get(file);
  const isKnownPlace = place.fragment === "" || usualIds.test(place.fragment) || !target;
  return isKnownPlace || target.ids.has(place.fragment) ? undefined : "broken-anchor";
}

/** Browsers know the first two, and comment systems bring the others. */
const usualIds = /^(?:top|:~:.*|comments?(?:-\w+)?|respond|disqus_thread)$/;

/** The path within the site and the fragment, or undefined for what leads elsewhere. */
function sitePlace(url: string, from: JekyllText, { config }: JekyllSite) {
  const own = URL.canParse(config.url) ? new URL(config.url).origin : "https://site.invalid";
  const base = config.baseurl.replace(/^\/?(?=.)/, "/").replace(/\/$/, "");
  const here = `${own}${base}${from.url}`;
  if (!URL.canParse(url, here)) return undefined;
  const { origin, pathname, hash } = new URL(url, here);
  if (origin !== own || (base !== "" && pathname !== base && !pathname.startsWith(`${base}/`))) return undefined;
  return { path: pathname.slice(base.length), fragment: decodePercent(hash.slice(1)) };
}

/** The files that hosts look for. */
function filesOf(path: string): readonly string[] {
  const file = decodePercent(path).replace(/^\/+/, "").normalize("NFC");
  if (file === "" || file.endsWith("/")) return [`${file}index.html`];
  return [file, `${file}.html`, `${file}/index.html`];
}
