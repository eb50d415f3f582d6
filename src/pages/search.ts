import type { PageKind } from "./page-kind.js";

/** The page with the search form, where the site has one. */
export const search: PageKind = ({ config }) =>
  config.search
    ? [
        {
          kind: "search",
          permalink: "/search/",
          output: "search/index.html",
          title: "",
          layout: "search",
          lang: config.lang,
          body: { type: "none" },
          data: {},
          noindex: true,
        },
      ]
    : [];
