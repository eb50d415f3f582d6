import { formatIso } from "../lib/dates.js";
import type { LinkIndex } from "../model/link-index.js";
import type { Page, PostLink } from "../model/page.js";
import type { LocalUrl } from "../model/post.js";
import type { Site, SitePost } from "../model/site.js";
import type { PageKind } from "./page-kind.js";

export const post: PageKind = (site, links) =>
  site.posts.map((sitePost, index) => postPage(sitePost, site, links, site.posts[index - 1], site.posts[index + 1]));

function postPage(
  { post, permalink, output, link }: SitePost,
  site: Site,
  links: LinkIndex,
  newer: SitePost | undefined,
  older: SitePost | undefined,
): Page {
  const { config } = site;
  const { frontMatter } = post;
  return {
    kind: "post",
    permalink,
    output,
    title: post.title,
    layout: frontMatter.layout ?? "post",
    lang: post.lang ?? config.lang,
    source: post.path,
    body: { type: "post", post, urls: post.urls.map((local) => finalUrl(local, links, config.baseurl)) },
    data: {
      ...frontMatter.extra,
      ...link,
      subtitle: frontMatter.subtitle,
      word_count: post.wordCount,
      reading_minutes: post.readingMinutes,
      headings: frontMatter.toc === false ? [] : post.headings,
      source: post.source,
      canonical: frontMatter.canonical ?? (config.canonicalToSource ? post.source : undefined),
      license: frontMatter.license ?? config.license?.name,
      license_url: frontMatter.license ? undefined : config.license?.url,
      authors: frontMatter.authors.length > 0 ? frontMatter.authors : config.author ? [config.author] : [],
      series: frontMatter.series,
      keywords: frontMatter.keywords,
      external: frontMatter.link,
      has_math: post.hasMath,
      has_code: post.hasCode,
      updated: post.updated === undefined ? undefined : formatIso(post.updated, config.timezone),
      previous: older && neighbour(older.link),
      next: newer && neighbour(newer.link),
    },
    noindex: frontMatter.noindex || frontMatter.hidden,
    lastModified: post.updated ?? post.date,
  };
}

function neighbour({ title, url, date, lang }: PostLink) {
  return { title, url, date, ...(lang ? { lang } : {}) };
}

/** Where a local URL of a body leads on the finished site: a site path with the base path, or the URL as it was. */
function finalUrl({ url, use }: LocalUrl, links: LinkIndex, baseurl: string): string {
  const found = use === "link" ? links.find(url) : undefined;
  if (found !== undefined) return baseurl + found;
  if (url.startsWith("pumice-post:")) return "";
  const isSitePath = /^\/(?![/\\])/.test(url);
  return isSitePath && !url.startsWith(`${baseurl}/`) ? baseurl + url : url;
}
