import { formatIso } from "../lib/dates.js";
import type { Finding } from "../model/finding.js";
import type { Check } from "./check.js";

/** Posts that are dated later than now: scheduled ones wait for a build after their date, and a slip of the pen waits for ever. */
export const futureDate: Check = {
  name: "future-date",
  inBuild: false,
  run({ site, skipped, now }) {
    const { timezone } = site.config;
    const published = site.posts.filter(({ post }) => post.date > now);
    return [
      ...skipped.flatMap(({ path, why, until }) => (why === "future" ? [finding(path, until ?? "", false)] : [])),
      ...published.map(({ post }) => finding(post.path, formatIso(post.date, timezone), true)),
    ];
  },
};

function finding(file: string, date: string, isPublished: boolean): Finding {
  return {
    severity: "info",
    ruleId: "future-date",
    reason: `The post is dated ${date}, which is still to come${isPublished ? "" : ", so it is not published yet"}`,
    note: isPublished ? "Check the year" : "Build again after that date, or use --future",
    file,
    near: { key: "date" },
  };
}
