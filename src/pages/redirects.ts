import { languageOf } from "../model/language.js";
import type { Page } from "../model/page.js";
import { cleanPath, foldPath, outputOf } from "../model/permalink.js";
import { encodePath } from "../model/segment.js";
import type { PageKind } from "./page-kind.js";

/** A small page at each old address of a post, which leads to the new one. */
export const redirects: PageKind = function* (site) {
  const taken = new Set(site.posts.map(({ permalink }) => foldPath(permalink)));
  for (const { post, permalink } of site.posts) {
    const { redirectTo, aliases } = post.frontMatter;
    const old = site.config.redirectSources && post.source ? [...aliases, post.source] : aliases;
    for (const alias of old) {
      const from = encodePath(cleanPath(pathOf(alias)));
      if (from === "/" || taken.has(foldPath(from))) continue;
      taken.add(foldPath(from));
      yield redirectPage(from, redirectTo ?? permalink, post.title, languageOf(post, site.config), post.path);
    }
  }
};

/** The path of an alias that may be a whole URL of the site's former home. */
function pathOf(alias: string): string {
  return URL.canParse(alias) ? new URL(alias).pathname : alias;
}

function redirectPage(permalink: string, target: string, title: string, lang: string, source: string): Page {
  return {
    kind: "redirect",
    permalink,
    output: outputOf(permalink),
    title,
    layout: "redirect",
    lang,
    source,
    body: { type: "none" },
    data: { target },
    noindex: true,
  };
}
