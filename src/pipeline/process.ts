import type { Root } from "hast";
import { parseHtml, parseHtmlWithPositions, parseShallow, printHtml } from "../html/parse.js";
import type { PipelineOptions } from "../model/config.js";
import type { Document } from "../model/document.js";
import type { Post } from "../model/post.js";
import { Article } from "./article.js";
import type { Cleanup } from "./cleanup.js";
import { steps } from "./index.js";
import { markdownToHast } from "./markdown.js";
import { DEEPEST } from "./open-elements.js";
import { recogniseOrigins, takeArticle } from "./origin.js";
import { createPlan, stepsOfCleanup } from "./plan.js";
import { printSettled } from "./settle.js";
import { prepareSource } from "./source.js";
import type { Step } from "./step.js";
import { sanitize } from "./steps/sanitize.js";
import { summarize } from "./summarize.js";
import { placeOf } from "./swallowed.js";
import { createTagBudget, type TagBudget } from "./tag-budget.js";

/** What a site adds to the pipeline. */
export interface OwnSteps {
  readonly cleanups?: readonly Cleanup[];
  readonly steps?: readonly Step[];
}

const noOwnSteps: OwnSteps = {};

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

/** A picture in a `data:` address may take megabytes; a tree of so much markup would take all memory. */
const MOST_CHARACTERS = 16_000_000;

const tooLarge: Refusal = {
  ruleId: "too-large",
  reason: `The body of this post has more than ${MOST_CHARACTERS / 1_000_000} million characters`,
  note: "Split the post, or put its pictures into files of their own",
};

const tooDeep: Refusal = {
  ruleId: "too-deep",
  reason: "The elements of this post are nested too deeply to be read",
  note: "Look for a tag that is opened again and again and never closed",
};

/** Runs the whole pipeline over one document. A pure function: it reads no file, no clock and no other post. */
export function processDocument(
  document: Document,
  hash: string,
  options: PipelineOptions,
  own: OwnSteps = noOwnSteps,
): ProcessedPost {
  if (document.body.length > MOST_CHARACTERS) return refusePost(document, hash, options, tooLarge);
  try {
    let article = processBody(document, options, own, { positions: false });
    // Positions double the cost of parsing, so only a post with something to report is parsed with them.
    if (article.wantsPositions) article = processBody(document, options, own, { positions: true });
    return { post: summarize(article, hash), html: printBody(article) };
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

function printBody({ tree, options }: Article): string {
  return options.sanitize ? printSettled(tree) : printHtml(tree);
}

function processBody(
  document: Document,
  options: PipelineOptions,
  own: OwnSteps,
  how: { positions: boolean },
): Article {
  const article = new Article(document, options, { type: "root", children: [] });
  article.tree = parseBody(prepareSource(article), article, how.positions);
  const recognised = recogniseOrigins(article, own.cleanups);
  takeArticle(article, recognised);
  for (const pass of planFor(recognised, own)) pass(article.tree, article);
  return article;
}

function parseBody(body: string, article: Article, positions: boolean): Root {
  const { bodyKind, frontMatter } = article.document;
  const budget = createTagBudget();
  const tree =
    bodyKind === "markdown"
      ? markdownToHast(body, { math: frontMatter.math, readRaw: budget.keep })
      : parseTags(body, budget, positions);
  reportTaken(budget, article);
  return tree;
}

/** Only a body that is nested too deeply has its tags looked at one by one. */
function parseTags(body: string, budget: TagBudget, positions: boolean): Root {
  const shallow = parseShallow(body, DEEPEST);
  if (!positions) return shallow ?? parseHtml(budget.keep(body));
  return parseHtmlWithPositions(shallow ? body : budget.keep(body));
}

function reportTaken(budget: TagBudget, article: Article): void {
  const { count, first } = budget.taken();
  if (count === 0) return;
  article.record("budget", "unwrap", "tags nested too deeply", { count, sample: first });
  article.messages.push({
    severity: "warning",
    ruleId: "too-deep",
    reason: `Elements are nested so deeply that ${count} tags were left out, from ${first.slice(0, 40)} on; their text stays`,
    note: tooDeep.note,
    file: article.document.path,
    ...placeOf(article, first),
  });
}

/** The sanitizer has the last word over what the site's own steps do. */
function stepsWith(own: readonly Step[] = []): readonly Step[] {
  return steps.flatMap((step) => (step === sanitize ? [...own, step] : [step]));
}

const plans = new WeakMap<OwnSteps, Map<string, ReturnType<typeof createPlan>>>();

/** The passes for a set of cleanups, made once: an archive has few such sets. */
function planFor(recognised: readonly Cleanup[], own: OwnSteps): ReturnType<typeof createPlan> {
  const known = plans.get(own) ?? new Map<string, ReturnType<typeof createPlan>>();
  plans.set(own, known);
  let key = "";
  for (const { name } of recognised) key += `${name} `;
  let plan = known.get(key);
  if (!plan) {
    plan = createPlan([...recognised.flatMap(stepsOfCleanup), ...stepsWith(own.steps)]);
    known.set(key, plan);
  }
  return plan;
}
