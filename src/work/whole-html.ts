import { fillMarks } from "../html/marks.js";
import type { Config } from "../model/config.js";
import type { Page } from "../model/page.js";
import type { SitePost } from "../model/site.js";

/** A post whose finished HTML stands in a feed. Plain data. */
export interface FedPost {
  readonly sitePost: SitePost;
  /** As it is stored. */
  readonly html: string;
  /** Where its local addresses lead, in order. */
  readonly urls: readonly string[];
}

/** Finds what a feed needs of a post. `bodyOf` gives a post's stored HTML. */
export function createFedPosts(
  pages: readonly Page[],
  bodyOf: (path: string) => string | undefined,
): (sitePost: SitePost) => FedPost {
  let bySource: ReadonlyMap<string, Page> | undefined;
  return (sitePost) => {
    const { path } = sitePost.post;
    bySource ??= new Map(pages.filter(({ kind }) => kind === "post").map((page) => [page.source ?? "", page]));
    const body = bySource.get(path)?.body;
    return { sitePost, html: bodyOf(path) ?? "", urls: body?.type === "post" ? body.urls : [] };
  };
}

/** A post's finished HTML for readers who are not on the site. Its URLs are whole, as far as the config has `url`. */
export function wholeHtml({ sitePost, html, urls }: FedPost, { url, baseurl }: Config): string {
  const base = url + baseurl + sitePost.permalink;
  return fillMarks(html, url === "" ? urls : urls.map((local) => absolute(local, base)));
}

function absolute(url: string, base: string): string {
  return URL.canParse(url, base) ? new URL(url, base).href : url;
}
