import type { Finding } from "../model/finding.js";
import type { Page } from "../model/page.js";
import type { SitePost } from "../model/site.js";
import type { Check, CheckInput } from "./check.js";
import { findingOf } from "./finding-of.js";
import { attributesOf } from "./finished-html.js";
import { linksOfPage, type PageLink } from "./page-links.js";
import { createTargets, type FindTarget } from "./targets.js";

/** Links between posts, pages and files that lead to nothing, pictures that are not there, fragments that no element has. */
export const internalLinks: Check = {
  name: "internal-links",
  inBuild: true,
  run(input) {
    const findTarget = createTargets(input);
    const hasId = createIdLookup(input);
    return input.pages.flatMap((page) => problemsOf(page, findTarget, hasId, input));
  },
};

type HasId = (page: Page, id: string) => boolean;

function problemsOf(page: Page, findTarget: FindTarget, hasId: HasId, input: CheckInput): readonly Finding[] {
  const links: PageLink[] = [];
  const images: PageLink[] = [];
  const fragments: PageLink[] = [];
  let similar: string | undefined;
  for (const link of linksOfPage(page)) {
    if (link.url === "") {
      // `href=""` is the page itself.
      if (link.written !== "") links.push(link);
      continue;
    }
    const target = findTarget(link.url, page);
    if (target.kind === "nothing") {
      (link.use === "image" ? images : links).push(link);
      similar ??= target.similar;
    } else if (target.kind === "page" && target.fragment !== "" && !hasId(target.page, target.fragment)) {
      fragments.push(link);
    }
  }
  if (links.length + images.length + fragments.length === 0 || page.source === undefined) return [];
  const { assets, posts } = input.site.config.folders;
  const caseNote = similar && `There is a /${similar}: most hosts tell upper and lower case apart`;
  return [
    ...findingOf("broken-link", page.source, links, {
      one: "A link leads to nothing on this site",
      many: (count) => `${count} links lead to nothing on this site`,
      note: caseNote ?? noteOn(links[0]?.written ?? ""),
    }),
    ...findingOf("missing-image", page.source, images, {
      one: "A picture is not there",
      many: (count) => `${count} pictures are not there`,
      note: caseNote ?? `Put the file into ${assets}/, or beside the post in ${posts}/, and name it as it lies there`,
    }),
    ...findingOf("broken-anchor", page.source, fragments, {
      one: "A link leads to a place that its target does not have",
      many: (count) => `${count} links lead to places that their targets do not have`,
      note: "Look up the id of the heading that is meant, or drop what stands behind the #",
    }),
  ];
}

function noteOn(written: string): string {
  if (/^(?:[a-z0-9-]+\.)+[a-z]{2,}\//i.test(written))
    return `Write https:// in front of it if ${written.split("/")[0]} is a host`;
  return "Correct the address, or give the post that it means a `redirect_from:` with it";
}

/** Bodies are read only for what is asked of them; nothing is known about pages that are no posts. */
function createIdLookup({ site, bodyOf }: CheckInput): HasId {
  const posts = new Map<string, SitePost>(site.posts.map((sitePost) => [sitePost.post.path, sitePost]));
  const known = new Map<string, ReadonlySet<string>>();
  return (page, id) => {
    const sitePost = page.kind === "post" ? posts.get(page.source ?? "") : undefined;
    if (!sitePost || usualIds.test(id) || sitePost.post.headings.some((heading) => heading.id === id)) return true;
    let ids = known.get(sitePost.post.path);
    if (!ids) {
      ids = new Set(attributesOf(bodyOf(sitePost.post.path), "id"));
      known.set(sitePost.post.path, ids);
    }
    return ids.has(id);
  };
}

/** Browsers know the first two, and comment systems bring the others. */
const usualIds = /^(?:top|:~:.*|comments?(?:-\w+)?|respond|disqus_thread)$/;
