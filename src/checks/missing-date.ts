import type { Check } from "./check.js";

/** A post that says nowhere when it was written stands at the very end of every list. */
export const missingDate: Check = {
  name: "missing-date",
  run: (site) =>
    site.posts
      .filter(({ post }) => post.frontMatter.date === undefined)
      .map(({ post }) => ({
        severity: "warning",
        ruleId: "missing-date",
        reason: "Neither the front matter nor the file name has a date that can be read",
        note: "Add `date: 2026-01-31` to the front matter, or begin the file name with it",
        file: post.path,
      })),
};
