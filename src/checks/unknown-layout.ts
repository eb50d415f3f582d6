import type { Finding } from "../model/finding.js";
import type { SitePost } from "../model/site.js";
import type { Check } from "./check.js";

/** What posts of other generators say where they mean the usual layout of their theme. */
const usual = new Set(["post", "posts", "default", "page", "none", "null", ""]);

/** One warning for each layout that posts ask for and that the site does not have. */
export const unknownLayout: Check = {
  name: "unknown-layout",
  inBuild: true,
  run({ site }) {
    const askers = new Map<string, SitePost[]>();
    for (const sitePost of site.posts) {
      const { layout } = sitePost.post.frontMatter;
      if (layout === undefined || usual.has(layout) || site.layouts.has(layout)) continue;
      const others = askers.get(layout);
      if (others) others.push(sitePost);
      else askers.set(layout, [sitePost]);
    }
    return [...askers].map(([layout, posts]) => warning(layout, posts, site.config.folders.layouts));
  },
};

function warning(layout: string, posts: readonly SitePost[], folder: string): Finding {
  return {
    severity: "warning",
    ruleId: "unknown-layout",
    reason: `The site has no layout \`${layout}\`, so ${posts.length === 1 ? "1 post uses" : `${posts.length} posts use`} \`post\``,
    note: `Write ${folder}/${layout}.html, or change \`layout:\` in the front matter`,
    file: posts[0]!.post.path,
    near: { key: "layout" },
  };
}
