import type { PageKind } from "./page-kind.js";

/** What hosts answer where there is nothing. */
export const notFound: PageKind = (site) => [
  {
    kind: "not-found",
    permalink: "/404.html",
    output: "404.html",
    title: "",
    layout: "not-found",
    lang: site.config.lang,
    body: { type: "none" },
    data: {},
    noindex: true,
  },
];
