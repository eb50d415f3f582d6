import { zonedParts } from "../lib/dates.js";
import type { Page } from "../model/page.js";
import { outputOf } from "../model/permalink.js";
import type { Site } from "../model/site.js";
import { type Brief, brief } from "./kin.js";
import type { PageKind } from "./page-kind.js";

/** Posts by year: an overview with the years, and a page for each of them. */
export const archive: PageKind = (site) => {
  if (!site.config.pipeline.dates) return [];
  const years = groupByYear(site);
  const overview = years.map(([year, posts]) => ({ year, url: yearUrl(year), count: posts.length }));
  return [
    archivePage(site, "/archive/", { years: overview, latest: years.flatMap(([, posts]) => posts).slice(0, 50) }),
    ...years.map(([year, posts]) => archivePage(site, yearUrl(year), { year, years: overview, posts })),
  ];
};

function yearUrl(year: number): string {
  return `/archive/${year}/`;
}

function groupByYear(site: Site): [number, Brief[]][] {
  const years = new Map<number, Brief[]>();
  for (const { post, link } of site.posts) {
    if (post.frontMatter.hidden) continue;
    const { year } = zonedParts(post.date, site.config.timezone);
    const group = years.get(year);
    if (group) group.push(brief(link));
    else years.set(year, [brief(link)]);
  }
  return [...years].sort(([a], [b]) => b - a);
}

function archivePage(site: Site, permalink: string, data: Page["data"]): Page {
  return {
    kind: "archive",
    permalink,
    output: outputOf(permalink),
    title: "",
    layout: "archive",
    lang: site.config.lang,
    body: { type: "none" },
    data,
    noindex: false,
    lastModified: site.lastModified,
  };
}
