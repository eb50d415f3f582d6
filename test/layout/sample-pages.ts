import type { Page, PostLink } from "../../src/model/page.js";
import type { Post } from "../../src/model/post.js";

const link: PostLink = {
  title: "旧网页 & <Old> Pages",
  url: "/2025/03/08/140086215.html",
  date: "2025-03-08T21:40:07+08:00",
  updated: "2025-03-09T10:00:00+08:00",
  description: "为什么旧网页总是读不顺：空格、空锚点和失效的样式表。",
  lang: "zh-CN",
  pinned: true,
  readingMinutes: 4,
  cover: { src: "/posts/images/desk.svg", alt: "A desk" },
  tags: [
    { name: "C++", url: "/tags/c++/" },
    { name: "排版", url: "/tags/%E6%8E%92%E7%89%88/" },
  ],
  categories: [{ name: "Engineering", url: "/categories/engineering/" }],
};

const plainLink: PostLink = {
  title: "A space is not nothing",
  url: "/2024/02/14/space.html",
  date: "2024-02-14T08:20:00+08:00",
  description: "Why a browser, not a program, should put the gap between a Chinese character and an English word.",
  pinned: false,
  readingMinutes: 1,
  tags: [],
  categories: [],
};

const post = {
  path: "posts/2025-03-08-140086215.md",
  excerptHtml: "<p>Short</p>",
  description: link.description,
  headings: [
    { id: "一", text: "一、空格", depth: 2 },
    { id: "二", text: "二、锚点 & 标题", depth: 2 },
    { id: "二-1", text: "100%", depth: 3 },
  ],
  source: "https://blog.vellum.example/mei_arden/article/details/140086215",
  readingMinutes: 4,
  topics: ["网页", "空格"],
  frontMatter: {
    keywords: [],
    status: "published",
    subtitle: "一份整理笔记",
    authors: [
      { name: "Mei Arden", url: "https://vellum.example/" },
      { name: "X", url: "javascript:alert(1)" },
    ],
    extra: {},
  },
} as unknown as Post;

const page: Page = {
  kind: "post",
  permalink: link.url,
  output: "2025/03/08/140086215.html",
  title: link.title,
  layout: "post",
  lang: "zh-CN",
  source: post.path,
  body: { type: "post", post, urls: [] },
  noindex: false,
  data: {
    date: link.date,
    cover: { src: "/posts/images/desk.svg", alt: "A desk", caption: "Pen & knife" },
    updated: link.updated,
    tags: link.tags,
    categories: link.categories,
    previous: { title: plainLink.title, url: plainLink.url, date: plainLink.date },
    next: { title: plainLink.title, url: plainLink.url, date: plainLink.date },
    related: [plainLink],
  },
};

const list = {
  posts: [link, plainLink],
  pager: {
    page: 2,
    perPage: 2,
    totalPosts: 6,
    totalPages: 3,
    previousUrl: "/",
    nextUrl: "/page/3/",
    firstUrl: "/",
    lastUrl: "/page/3/",
  },
};

const site = { lang: "en", title: "", body: { type: "none" }, noindex: false } as const;
const output = "x.html";
const years = [
  { year: 2025, url: "/archive/2025/", count: 1 },
  { year: 2024, url: "/archive/2024/", count: 1 },
];

/** A page of every kind, with everything on it that it can have. */
export function samplePages(): Readonly<Record<string, Page>> {
  return {
    post: page,
    home: { ...site, kind: "home", permalink: "/page/2/", output, layout: "home", data: {}, list, noindex: true },
    archive: {
      ...site,
      kind: "archive",
      permalink: "/archive/",
      output,
      layout: "archive",
      data: { years, latest: [link, plainLink] },
    },
    year: {
      ...site,
      kind: "archive",
      permalink: "/archive/2025/",
      output,
      layout: "archive",
      data: { year: 2025, years, posts: [link] },
    },
    term: {
      ...site,
      kind: "term",
      permalink: "/tags/c++/",
      output,
      title: "C++",
      layout: "term",
      data: { taxonomy: "tags", taxonomy_url: "/tags/" },
      list,
    },
    taxonomy: {
      ...site,
      kind: "taxonomy",
      permalink: "/tags/",
      output,
      layout: "taxonomy",
      data: { taxonomy: "tags", terms: [{ name: "C++", url: "/tags/c++/", count: 3 }] },
    },
    standalone: {
      ...site,
      kind: "standalone",
      permalink: "/about/",
      output,
      title: "About",
      layout: "page",
      data: { description: "What this site is for." },
      body: { type: "source", text: "", markdown: false },
    },
    "not-found": {
      ...site,
      kind: "not-found",
      permalink: "/404.html",
      output,
      layout: "not-found",
      data: {},
      noindex: true,
    },
    redirect: {
      ...site,
      kind: "redirect",
      permalink: "/old/",
      output,
      title: "Old",
      layout: "redirect",
      data: { target: link.url },
      noindex: true,
    },
  };
}
