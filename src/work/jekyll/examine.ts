import { statSync } from "node:fs";
import { join } from "node:path";
import { readJekyllSite } from "../../loader/jekyll/read-site.js";
import { findTheme } from "../../loader/jekyll/theme.js";
import type { JekyllConfig } from "../../model/jekyll/config.js";
import { type JekyllSite, writtenTexts } from "../../model/jekyll/site.js";
import type { Message } from "../../model/message.js";
import { runGenerators } from "../../pages/jekyll/index.js";
import { conflictsOf } from "./conflicts.js";
import { createConverters } from "./converters.js";
import { headTags } from "./head-tags.js";
import { createMarkdownCache } from "./markdown-cache.js";
import { createJekyllRenderer } from "./render.js";
import { unknownLiquidOf } from "./unknown-liquid.js";
import { unsupportedOf } from "./unsupported.js";

/** What a site of Jekyll's shape has, and everything about it that will fail or surprise. */
export interface JekyllFindings {
  readonly posts: number;
  readonly messages: readonly Message[];
}

/** Reads a site, and renders nothing of it. Throws a `UserError` for what Jekyll refuses to read. */
export function examineJekyllSite(config: JekyllConfig): JekyllFindings {
  const site = readJekyllSite(config, findTheme(config));
  const ignore = () => {};
  const converters = createConverters(site, createMarkdownCache({ ...config, diskCache: false }, ""), ignore);
  const renderer = createJekyllRenderer({
    site,
    converters,
    head: headTags(site, converters.markdown),
    report: ignore,
    depend: ignore,
    finish: (html) => html,
  });
  runGenerators(site, renderer.dropOf, converters.markdown);
  const messages = [
    ...site.messages,
    ...unsupportedOf(config),
    ...unknownLiquidOf(site, renderer.known),
    ...conflictsOf(site, config.destination),
    ...caseConflictsOf(site),
    ...misplacedPosts(config),
  ];
  return { posts: site.posts.documents.length, messages };
}

/** Posts that nobody reads, as all collections have a folder of their own. */
function misplacedPosts({ source, folders: { collections } }: JekyllConfig): readonly Message[] {
  const posts = join(source, "_posts");
  if (collections === "" || !statSync(posts, { throwIfNoEntry: false })?.isDirectory()) return [];
  return [
    {
      severity: "warning",
      ruleId: "misplaced-posts",
      reason: "Warning: Detected '_posts' directory outside custom `collections_dir`!",
      note: `Please move '${posts}' into the custom directory at '${join(source, collections)}'`,
    },
  ];
}

/** URLs that are two on one file system and one on another. */
function caseConflictsOf(site: JekyllSite): readonly Message[] {
  const paths = new Map<string, Map<string, Place>>();
  for (const { url, outputPath, relativePath } of writtenTexts(site)) {
    const same = paths.get(url.toLowerCase()) ?? new Map<string, Place>();
    paths.set(
      url.toLowerCase(),
      same.set(url, { file: relativePath, output: join(site.config.destination, outputPath) }),
    );
  }
  return [...paths]
    .filter(([, same]) => same.size > 1)
    .map(([, same]) => ({
      severity: "warning",
      ruleId: "case-conflict",
      reason: `Warning: The following URLs only differ by case. On a case-insensitive file system one of the URLs will be overwritten by the other: ${[...same.values()].map(({ output }) => output).join(", ")}`,
      file: [...same.values()][0]!.file,
    }));
}

interface Place {
  readonly file: string;
  /** Absolute path. */
  readonly output: string;
}
