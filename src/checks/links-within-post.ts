import type { Check } from "./check.js";
import { findingOf } from "./finding-of.js";

/** The step that connects links with their targets within a post notes those that it could not (`pipeline/steps/links.ts`). */
const rule = "link to nowhere in the page";

/** Links within a post to an id that nothing in it has: they are plain text on the page. */
export const linksWithinPost: Check = {
  name: "links-within-post",
  inBuild: false,
  run: ({ site }) =>
    site.posts.flatMap(({ post }) => {
      const change = post.changes.find((change) => change.step === "links" && change.rule === rule);
      if (!change) return [];
      const places = Array.from({ length: change.count }, () => ({ written: change.sample }));
      return findingOf("broken-anchor", post.path, places, {
        one: "A link leads to a place that the post does not have",
        many: (count) => `${count} links lead to places that the post does not have`,
        note: "They are shown as plain text; give the heading that is meant the id, or correct the link",
        severity: "info",
      });
    }),
};
