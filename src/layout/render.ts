import { fillMarks } from "../html/marks.js";
import type { Page, PageBody, Pager, PostLink } from "../model/page.js";
import { SafeHtml } from "../model/safe-html.js";
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

/** `page` as layouts see it, under Jekyll's names where it has one. What `data` says wins over what the post says. */
export function pageVariables(page: Page, lang: string): Readonly<Record<string, unknown>> {
  return {
    ...postVariables(page.body),
    ...listVariables(page.data),
    title: page.title || titleOf(page, lang),
    url: page.permalink,
    lang: page.lang,
    layout: page.layout,
    kind: page.kind,
    noindex: page.noindex,
    path: page.source,
  };
}

/** Lists have no author who could have named them. */
function titleOf(page: Page, lang: string): string {
  if (page.kind === "taxonomy") return interfaceText(lang, String(page.data.taxonomy ?? "tags"));
  const key = titles[page.kind];
  return key === undefined ? "" : interfaceText(lang, key);
}

const titles: Partial<Record<Page["kind"], string>> = {
  archive: "archive",
  "not-found": "not_found_title",
  redirect: "moved_title",
};

function postVariables(body: PageBody): Readonly<Record<string, unknown>> {
  if (body.type !== "post") return {};
  const { post, urls } = body;
  const { frontMatter } = post;
  return {
    ...frontMatter.extra,
    subtitle: frontMatter.subtitle,
    description: post.description,
    excerpt: new SafeHtml(fillMarks(post.excerptHtml, urls)),
    keywords: frontMatter.keywords,
    cover: post.cover,
    headings: post.headings,
    toc: frontMatter.toc,
    slug: post.slug,
    source: post.source,
    link: frontMatter.link,
    authors: frontMatter.authors,
    license: frontMatter.license,
    draft: frontMatter.status === "draft",
    hidden: frontMatter.hidden,
    pinned: frontMatter.pin > 0,
    word_count: post.wordCount,
    reading_minutes: post.readingMinutes,
    has_math: post.hasMath,
    has_code: post.hasCode,
  };
}

/** Where the page's data holds links to posts, they get Liquid's names. */
function listVariables(data: Page["data"]): Readonly<Record<string, unknown>> {
  return {
    ...data,
    ...mapped(data, "previous", postLink),
    ...mapped(data, "next", postLink),
    ...mapped(data, "related", listOf(postLink)),
    ...mapped(data, "years", listOf(yearOf)),
    ...mapped(data, "series", seriesOf),
  };
}

function mapped<T>(data: Page["data"], key: string, map: (value: T) => unknown): Readonly<Record<string, unknown>> {
  return data[key] === undefined ? {} : { [key]: map(data[key] as T) };
}

const listOf =
  <T>(map: (value: T) => unknown) =>
  (values: readonly T[]): readonly unknown[] =>
    values.map(map);

const yearOf = (year: { readonly posts: readonly PostLink[] }) => ({ ...year, posts: year.posts.map(postLink) });

const seriesOf = (series: { readonly posts?: readonly PostLink[] }) =>
  series.posts === undefined ? series : { ...series, posts: series.posts.map(postLink) };

function postLink({ readingMinutes, ...link }: PostLink): Readonly<Record<string, unknown>> {
  return { ...link, reading_minutes: readingMinutes };
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
