// @ts-check
import { defineConfig } from "pumice";

/*
 * A page for each month. A kind of page is a function from the site to pages, and a page is plain data: what its layout
 * (`layouts/month.html`) may see stands in `data`.
 */
export default defineConfig({
  pageKinds: [
    (site) => {
      /** @type {Map<string, { title: string, url: string }[]>} */
      const months = new Map();
      for (const { link } of site.posts) {
        const month = link.date.slice(0, 7);
        months.set(month, [...(months.get(month) ?? []), { title: link.title, url: link.url }]);
      }
      return [...months].map(([month, posts]) => ({
        kind: "archive",
        permalink: `/months/${month}/`,
        output: `months/${month}/index.html`,
        title: month,
        layout: "month",
        lang: site.config.lang,
        body: { type: "none" },
        data: { posts },
        noindex: false,
      }));
    },
  ],
});
