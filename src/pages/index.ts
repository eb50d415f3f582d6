import type { LinkIndex } from "../model/link-index.js";
import type { Message } from "../model/message.js";
import type { Page } from "../model/page.js";
import { foldOutput } from "../model/permalink.js";
import type { Site } from "../model/site.js";
import { archive } from "./archive.js";
import { home } from "./home.js";
import { notFound } from "./not-found.js";
import type { PageKind } from "./page-kind.js";
import { post } from "./post.js";
import { redirects } from "./redirects.js";
import { search } from "./search.js";
import { standalone } from "./standalone.js";
import { taxonomies } from "./taxonomies.js";

/** Every sort of page. Where two pages want one address, the earlier sort has it. */
export const pageKinds: readonly PageKind[] = [
  standalone,
  post,
  home,
  archive,
  taxonomies,
  search,
  notFound,
  redirects,
];

export interface Pages {
  readonly pages: readonly Page[];
  readonly messages: readonly Message[];
}

/** `own`: the site's own sorts of page, which come first. */
export function createPages(site: Site, links: LinkIndex, own: readonly PageKind[] = []): Pages {
  const byPath = new Map<string, Page>();
  const messages: Message[] = [];
  for (const kind of [...own, ...pageKinds]) {
    for (const page of kind(site, links)) {
      const key = foldOutput(page.output);
      const first = byPath.get(key);
      if (!first) byPath.set(key, page);
      else messages.push(...conflict(first, page));
    }
  }
  return { pages: [...byPath.values()], messages };
}

/**
 * Two sources with one address are an error; a source that takes the place of a page of ours does so on purpose. Posts
 * among themselves are the site's business (`createSite`).
 */
function conflict(first: Page, second: Page): readonly Message[] {
  if (first.kind === "post" && second.kind === "post") return [];
  if (second.kind !== "post" && second.kind !== "standalone") return [];
  const files = [first.source, second.source].filter((file) => file !== undefined).join(", ");
  return [
    {
      severity: "error",
      ruleId: "duplicate-permalink",
      reason: `The permalink ${first.permalink} is claimed by ${files}`,
      note: "Give one of them another `permalink:`",
      ...(second.source ? { file: second.source } : {}),
    },
  ];
}
