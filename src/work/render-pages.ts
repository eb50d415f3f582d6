import type { SiteKeys } from "../cache/page-keys.js";
import { createEngine } from "../layout/engine.js";
import { unknownLayouts } from "../layout/unknown-layouts.js";
import { forBatches, inBatches, type Run } from "../lib/pool.js";
import type { Progress } from "../model/build.js";
import { type Message, UserError } from "../model/message.js";
import type { Page } from "../model/page.js";
import { slimPost } from "../model/page-post.js";
import type { StagedFile } from "../writer/stage.js";
import type { KnownPages } from "./known-pages.js";
import { createPageKeys, type KeyedPages, noKeys, type PageKeyMaker } from "./page-key.js";
import { LIGHT, type Pools } from "./pools.js";
import { type PageToRender, type RenderedPages, type RenderSetup, shareSetup, type tasks } from "./tasks.js";

export interface RenderedSite {
  /** Rendered now. */
  readonly staged: readonly StagedFile[];
  /** Outputs that are what they would become. */
  readonly kept: readonly string[];
  readonly keys: KeyedPages;
  readonly messages: readonly Message[];
}

/** What is known of the site before its pages are rendered. */
export interface KnownSite {
  readonly pages: Pick<KnownPages, "keys" | "keep">;
  readonly keys: SiteKeys;
}

/**
 * Few: what is made for pages that wait for a thread would outlive a collection of garbage, and then wait for a great one. But
 * each batch costs a thread that watches the time: with 16 pages, rendering takes a tenth longer.
 */
const BATCH = 32;

/** Renders the pages whose inputs changed. */
export async function renderPages(
  pages: readonly PageToRender[],
  setup: RenderSetup,
  known: KnownSite,
  pools: Pools,
  onProgress: (event: Progress) => void,
): Promise<RenderedSite> {
  const engine = createEngine(setup.engine);
  let keys: PageKeyMaker;
  try {
    keys = createPageKeys(pages, engine, setup, known.pages, known.keys);
  } catch (error) {
    // A layout that cannot be parsed: one message instead of one for each of its pages.
    if (!(error instanceof UserError)) throw error;
    return { staged: [], kept: [], keys: noKeys, messages: error.messages };
  }
  const toRender = pages.filter((entry) => !keys.isKept(entry));
  const pool = await pools.open(LIGHT * toRender.length);
  const staged: StagedFile[] = [];
  const messages: Message[] = [
    ...unknownLayouts(
      engine,
      pages.map(({ page }) => page),
    ),
  ];
  let done = 0;
  const shared = shareSetup(setup);
  /** A function of its own, so that what is made here is let go as soon as a thread has it. */
  const handOver = (batch: readonly PageToRender[], run: Run<typeof tasks>): Promise<RenderedPages> => {
    const entries = batch.map((entry) => ({ ...entry, page: wholePage(entry.page) }));
    const rendering = run("renderPages", { setup: shared, pages: entries.map(slim) });
    // While other threads render, this one has time for the keys that nobody asked for.
    for (const entry of entries) if (!keys.pages.has(entry.page.output)) keys.keyOf(entry);
    return rendering;
  };
  await forBatches(inBatches(toRender, BATCH), pool, async (batch, run) => {
    const rendered = await handOver(batch, run);
    staged.push(...rendered.staged);
    messages.push(...rendered.messages);
    done += batch.length;
    onProgress({ phase: "render", done, total: toRender.length });
  });
  const isRendered = new Set(toRender);
  const kept = pages.filter((entry) => !isRendered.has(entry)).map(({ page }) => page.output);
  return { staged, kept, keys, messages };
}

/** The page of a post makes its body and data whenever somebody asks: here, once. */
function wholePage(page: Page): Page {
  const { body, data } = page;
  return { ...page, body, data };
}

/** Of a post only what its page is made of. */
function slim({ post: _known, ...entry }: PageToRender): PageToRender {
  const { page } = entry;
  const { body } = page;
  return body.type === "post" ? { ...entry, page: { ...page, body: { ...body, post: slimPost(body.post) } } } : entry;
}
