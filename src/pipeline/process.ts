import { parseHtml, parseHtmlWithPositions, printHtml } from "../html/parse.js";
import type { PipelineOptions } from "../model/config.js";
import type { Document } from "../model/document.js";
import type { Post } from "../model/post.js";
import { Article } from "./article.js";
import type { Cleanup } from "./cleanup.js";
import { steps } from "./index.js";
import { markdownToHast } from "./markdown.js";
import { recogniseOrigins, takeArticle } from "./origin.js";
import { createPlan, stepsOfCleanup } from "./plan.js";
import { prepareSource } from "./source.js";
import { summarize } from "./summarize.js";

/** A post and its finished HTML, whose local URLs are marks (`html/marks.ts`). */
export interface ProcessedPost {
  readonly post: Post;
  readonly html: string;
}

/** Why a post is not published, and what its author can do. */
export interface Refusal {
  readonly ruleId: string;
  readonly reason: string;
  readonly note: string;
}

const tooDeep: Refusal = {
  ruleId: "too-deep",
  reason: "The elements of this post are nested too deeply to be read",
  note: "Look for a tag that is opened again and again and never closed",
};

/** Runs the whole pipeline over one document. A pure function: it reads no file, no clock and no other post. */
export function processDocument(document: Document, hash: string, options: PipelineOptions): ProcessedPost {
  try {
    let article = processBody(document, options, { positions: false });
    // Positions double the cost of parsing, so only a post with something to report is parsed with them.
    if (article.wantsPositions) article = processBody(document, options, { positions: true });
    return { post: summarize(article, hash), html: printHtml(article.tree) };
  } catch (error) {
    // The parser and every walk go down as deep as the elements are nested: the stack ends at a few thousand.
    if (!(error instanceof RangeError)) throw error;
    return refusePost(document, hash, options, tooDeep);
  }
}

/** One hostile post is an error of its own; the others still build. */
export function refusePost(
  document: Document,
  hash: string,
  options: PipelineOptions,
  { ruleId, reason, note }: Refusal,
): ProcessedPost {
  const article = new Article(document, options, { type: "root", children: [] });
  article.report("error", ruleId, reason, { note });
  return { post: summarize(article, hash), html: "" };
}

function processBody(document: Document, options: PipelineOptions, how: { positions: boolean }): Article {
  const article = new Article(document, options, { type: "root", children: [] });
  article.tree = parseBody(prepareSource(article), document, how.positions);
  const recognised = recogniseOrigins(article);
  takeArticle(article, recognised);
  for (const pass of planFor(recognised)) pass(article.tree, article);
  return article;
}

function parseBody(body: string, { bodyKind, frontMatter }: Document, positions: boolean) {
  if (bodyKind === "markdown") return markdownToHast(body, { math: frontMatter.math });
  return positions ? parseHtmlWithPositions(body) : parseHtml(body);
}

const plans = new Map<string, ReturnType<typeof createPlan>>();

/** The passes for a set of cleanups, made once: an archive has few such sets. */
function planFor(recognised: readonly Cleanup[]): ReturnType<typeof createPlan> {
  const key = recognised.map((cleanup) => cleanup.name).join(" ");
  let plan = plans.get(key);
  if (!plan) {
    plan = createPlan([...recognised.flatMap(stepsOfCleanup), ...steps]);
    plans.set(key, plan);
  }
  return plan;
}
