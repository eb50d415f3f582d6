import type { Element } from "hast";
import { urlMark } from "../../html/marks.js";
import { classList, isElement, stringAttribute } from "../../html/query.js";
import { parseSrcset, printSrcset } from "../../html/srcset.js";
import { isProtocolRelative, schemeOf, webHost } from "../../html/urls.js";
import type { Place } from "../../html/walk.js";
import type { LocalUrl } from "../../model/post.js";
import type { Article } from "../article.js";
import type { Step } from "../step.js";

/**
 * Puts a mark in the place of each URL that depends on the rest of the site: relative ones, those of the site's own hosts,
 * and those of the article's platform, since the post that they lead to may have moved here as well.
 */
export const localUrls: Step = {
  name: "local-urls",
  visitor: {
    enter: {
      a: (element, article) => mark(element, "href", "link", article),
      img: (element, article, place) =>
        mark(element, "src", "image", article, aloneOf(element, place)) ?? markSet(element, article),
      source: (element, article) => mark(element, "src", "image", article) ?? markSet(element, article),
      video: (element, article) => mark(element, "src", "image", article) ?? mark(element, "poster", "image", article),
      audio: (element, article) => mark(element, "src", "image", article),
    },
  },
};

function mark(
  element: Element,
  attribute: string,
  use: "link" | "image",
  article: Article,
  alone?: LocalUrl["alone"],
): undefined {
  const url = stringAttribute(element, attribute);
  if (url === undefined || !mayBeLocal(url, use, article)) return;
  element.properties[attribute] = urlMark(article.urls.length);
  article.urls.push({ url, use, ...(alone === undefined ? {} : { alone }) });
}

/** How an `img` is shown, if its `src` is all that browsers have to choose from. */
function aloneOf(image: Element, { parents }: Place): LocalUrl["alone"] {
  const { srcSet, width, height } = image.properties;
  if (srcSet !== undefined || isElement(parents.at(-1), "picture") || classList(image).includes("emoji"))
    return undefined;
  if (typeof width === "number") return width;
  return width === undefined && height === undefined ? "unsized" : "sized";
}

/** Each address of a set. */
function markSet(element: Element, article: Article): undefined {
  const written = stringAttribute(element, "srcset");
  if (written === undefined) return;
  const marked = parseSrcset(written).map(({ url, descriptor }) => {
    if (!mayBeLocal(url, "image", article)) return { url, descriptor };
    article.urls.push({ url, use: "image" });
    return { url: urlMark(article.urls.length - 1), descriptor };
  });
  element.properties.srcSet = printSrcset(marked);
}

function mayBeLocal(url: string, use: "link" | "image", article: Article): boolean {
  if (url.startsWith("#")) return false;
  const scheme = schemeOf(url);
  if (scheme === "pumice-post") return true;
  if (scheme === undefined && !isProtocolRelative(url)) return true;
  const host = webHost(url);
  if (host === undefined) return false;
  if (article.options.ownHosts.includes(host)) return true;
  return use === "link" && (/(?:^|\.)blog\.csdn\.net$/.test(host) || isFormerHome(host, article));
}

/** Whether the article itself was once at that host, as far as it or its front matter tells. */
function isFormerHome(host: string, { source, document: { frontMatter } }: Article): boolean {
  const homes = [source, frontMatter.source, frontMatter.canonical, ...frontMatter.aliases];
  return homes.some((url) => url !== undefined && webHost(url) === host);
}
