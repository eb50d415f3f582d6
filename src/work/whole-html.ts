import { fillMarks } from "../html/marks.js";
import type { Config } from "../model/config.js";
import type { Page } from "../model/page.js";
import type { SitePost } from "../model/site.js";

/**
 * Posts' finished HTML for readers who are not on the site: feeds. Its URLs are whole, as far as the config has `url`.
 * `bodyOf` gives a post's stored HTML.
 */
export function createWholeHtml(
  { url, baseurl }: Config,
  pages: readonly Page[],
  bodyOf: (path: string) => string | undefined,
): (post: SitePost) => string {
  let bySource: ReadonlyMap<string, Page> | undefined;
  return ({ post, permalink }) => {
    const stored = bodyOf(post.path);
    if (stored === undefined) return "";
    bySource ??= new Map(pages.filter(({ kind }) => kind === "post").map((page) => [page.source ?? "", page]));
    const body = bySource.get(post.path)?.body;
    const urls = body?.type === "post" ? body.urls : [];
    return fillMarks(stored, url === "" ? urls : urls.map((local) => absolute(local, url + baseurl + permalink)));
  };
}

function absolute(url: string, base: string): string {
  return URL.canParse(url, base) ? new URL(url, base).href : url;
}
