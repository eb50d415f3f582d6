import { fillMarks } from "../html/marks.js";
import type { Page, Pager, PostLink } from "../model/page.js";
import type { PagePost } from "../model/page-post.js";
import { SafeHtml } from "../model/safe-html.js";
import { breadcrumbs } from "./breadcrumbs.js";
import type { Engine } from "./engine.js";
import { interfaceText } from "./strings/index.js";

/** Puts a page into its layout: `content` is its finished HTML, or empty. `lang` is the site's language. */
export function renderPage(engine: Engine, page: Page, content: string, lang: string): string {
  return engine.render({
    layout: page.layout,
    page: pageVariables(page, lang),
    content: new SafeHtml(content),
    ...(page.list && { variables: { paginator: paginator(page.list.pager, page.list.posts) } }),
  });
}

/** `page` as layouts see it, under Jekyll's names where it has one. What the page says wins over what its post says. */
export function pageVariables(page: Page, lang: string): Readonly<Record<string, unknown>> {
  const { data } = page;
  // Assigned, not spread: V8 copies an object of many keys thirty times slower onto a literal that has keys already.
  return Object.assign(
    page.body.type === "post" ? postVariables(page.body.post, page.body.urls) : {},
    data,
    Array.isArray(data.related) && { related: data.related.map(postLink) },
    {
      title: page.title || titleOf(page, lang),
      url: page.permalink,
      lang: page.lang,
      layout: page.layout,
      kind: page.kind,
      noindex: page.noindex,
      path: page.source,
      breadcrumbs: breadcrumbs(page, lang),
    },
  );
}

function postVariables(post: PagePost, urls: readonly string[]): Record<string, unknown> {
  const { frontMatter } = post;
  return {
    ...frontMatter.extra,
    subtitle: frontMatter.subtitle,
    description: post.description,
    excerpt: new SafeHtml(fillMarks(post.excerptHtml, urls)),
    keywords: frontMatter.keywords.length > 0 ? frontMatter.keywords : post.topics.slice(0, 6),
    headings: frontMatter.toc === false ? [] : post.headings,
    slug: post.slug,
    source: post.source,
    link: frontMatter.link,
    authors: frontMatter.authors,
    license: frontMatter.license,
    comments: frontMatter.comments,
    draft: frontMatter.status === "draft",
    hidden: frontMatter.hidden,
    pinned: frontMatter.pin > 0,
    word_count: post.wordCount,
    reading_minutes: post.readingMinutes,
    has_code: post.hasCode,
  };
}

/** Lists and the like have no author who could have given them a title. */
function titleOf({ kind, data }: Page, lang: string): string {
  if (kind === "archive" && data.year !== undefined) return String(data.year);
  const key = kind === "taxonomy" ? String(data.taxonomy) : titles[kind];
  return key === undefined ? "" : interfaceText(lang, key);
}

const titles: Partial<Record<Page["kind"], string>> = {
  archive: "archive",
  "not-found": "not_found_title",
  redirect: "moved_title",
  search: "search",
};

function postLink({ readingMinutes, ...link }: PostLink): Readonly<Record<string, unknown>> {
  return Object.assign(link, { reading_minutes: readingMinutes });
}

function paginator(pager: Pager, posts: readonly PostLink[]): Readonly<Record<string, unknown>> {
  return {
    page: pager.page,
    per_page: pager.perPage,
    posts: posts.map(postLink),
    total_posts: pager.totalPosts,
    total_pages: pager.totalPages,
    // Jekyll's names; `null` where there is none, as a missing key would be an error with strict variables.
    previous_page: pager.previousUrl === undefined ? null : pager.page - 1,
    previous_page_path: pager.previousUrl ?? null,
    next_page: pager.nextUrl === undefined ? null : pager.page + 1,
    next_page_path: pager.nextUrl ?? null,
    first_page_path: pager.firstUrl,
    last_page_path: pager.lastUrl,
  };
}
