import type { PostStore } from "../cache/post-store.js";
import { fillMarks } from "../html/marks.js";
import type { Page } from "../model/page.js";
import type { SitePost } from "../model/site.js";
import type { ReadSite } from "./read-site.js";

/** A post's finished HTML for readers who are not on the site: feeds. Its URLs are whole, as far as the config has `url`. */
export function wholeHtml({ post, permalink }: SitePost, read: ReadSite, store: PostStore): string {
  const stored = read.stored.get(post.path);
  if (!stored) return "";
  const { url, baseurl } = read.site.config;
  const urls = urlsOf(read.pages, post.path);
  return fillMarks(
    store.readBody(stored.body),
    url === "" ? urls : urls.map((local) => absolute(local, url + baseurl + permalink)),
  );
}

const pagesBySource = new WeakMap<readonly Page[], ReadonlyMap<string, Page>>();

function urlsOf(pages: readonly Page[], path: string): readonly string[] {
  let bySource = pagesBySource.get(pages);
  if (!bySource) {
    bySource = new Map(pages.filter(({ kind }) => kind === "post").map((page) => [page.source ?? "", page]));
    pagesBySource.set(pages, bySource);
  }
  const body = bySource.get(path)?.body;
  return body?.type === "post" ? body.urls : [];
}

function absolute(url: string, base: string): string {
  return URL.canParse(url, base) ? new URL(url, base).href : url;
}
