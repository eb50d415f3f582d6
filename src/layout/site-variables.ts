import type { MenuEntry } from "../model/config.js";
import { contentSecurityPolicy } from "../model/content-security-policy.js";
import type { Page } from "../model/page.js";
import type { Site } from "../model/site.js";
import type { SiteVariables } from "./globals.js";
import { interfaceText } from "./strings/index.js";

/** `site` as layouts see it, under Jekyll's names. Keys of the configuration that Pumice does not know come along. */
export function siteVariables(site: Site, pages: readonly Page[]): SiteVariables {
  const { config } = site;
  return {
    ...config.extra,
    title: config.title,
    description: config.description,
    url: config.url,
    baseurl: config.baseurl,
    lang: config.lang,
    timezone: config.timezone,
    author: config.author,
    license: config.license,
    content_security_policy: contentSecurityPolicy(config),
    paginate: config.paginate,
    menu: config.menu.length > 0 ? config.menu : defaultMenu(pages, config.lang),
    social: config.social,
    search: config.search,
    comments: config.comments,
    dates: config.pipeline.dates,
    // Not the clock's time: the same posts always give the same bytes.
    time: new Date(site.lastModified).toISOString(),
    data: site.data,
  };
}

/** The site's own lists in a fixed order, then the page about it, as far as they exist. The name above leads home. */
export function defaultMenu(pages: readonly Page[], lang: string): readonly MenuEntry[] {
  const entry = (title: string, url: string | undefined): readonly MenuEntry[] =>
    url === undefined ? [] : [{ title: interfaceText(lang, title), url }];
  const pageOfKind = (kind: Page["kind"]): string | undefined => pages.find((page) => page.kind === kind)?.permalink;
  const taxonomy = (name: string): string | undefined =>
    pages.find((page) => page.kind === "taxonomy" && page.data.taxonomy === name)?.permalink;
  const about = pages.find((page) => page.kind === "standalone" && /^\/about(\.html|\/)?$/.test(page.permalink));
  return [
    ...entry("archive", pageOfKind("archive")),
    ...entry("categories", taxonomy("categories")),
    ...entry("tags", taxonomy("tags")),
    ...(about === undefined ? [] : [{ title: about.title, url: about.permalink }]),
  ];
}
