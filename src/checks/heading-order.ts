import type { Check } from "./check.js";

/** The step that puts headings in order notes each that skipped a level (`pipeline/steps/headings.ts`). */
const rule = "skipped level";

/** Headings that are more than one level below the one above them, in the source: the page has them in order. */
export const headingOrder: Check = {
  name: "heading-order",
  inBuild: false,
  run: ({ site }) =>
    site.posts.flatMap(({ post }) => {
      const change = post.changes.find((change) => change.step === "headings" && change.rule === rule);
      if (!change) return [];
      const text = change.sample.replace(/^h\d → h\d: /, "");
      return [
        {
          severity: "info",
          ruleId: "heading-order",
          reason: `${change.count === 1 ? "A heading skips a level" : `${change.count} headings skip a level`}: ${change.sample}`,
          note: "The page has them in order; in the source, go down one level at a time",
          file: post.path,
          near: { text: [`>${text}<`, `# ${text}`, text] },
        },
      ];
    }),
};
