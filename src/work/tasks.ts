import { deserialize, serialize } from "node:v8";
import { type BodyPlace, closeReaders, isDamagedStore, type Readers, readPacked } from "../cache/pack.js";
import type { StoredPost } from "../cache/post-store.js";
import type { PostDetails } from "../cache/post-view.js";
import type { Engine, EngineOptions } from "../layout/engine.js";
import { mapWithinTime, TIME_LIMIT } from "../lib/time-limit.js";
import type { OwnCode } from "../model/config.js";
import { type Message, UserError } from "../model/message.js";
import type { Page } from "../model/page.js";
import type { Place } from "../writer/place.js";
import { createStager, type StagedFile, type Stager } from "../writer/stage.js";
import { loadOwnParts, ownParts } from "./own-parts.js";
import { openEngine, pageHtml } from "./page-html.js";
import type { PlacedRead, ReadPost, ReadTask, StoreTask } from "./read-tasks.js";
import { stageShards, storePostTerms } from "./search-tasks.js";

/*
 * What runs many times over, in this thread or in others: reading and cleaning posts, rendering and staging pages. Strings
 * and plain data go in and out. The pipeline is loaded by the first task that reads: threads that only render do without.
 */

const reading = () => import("./read-tasks.js");

export async function readPosts(task: ReadTask): Promise<readonly ReadPost[]> {
  return (await reading()).readPosts(task);
}

export async function storePosts(task: StoreTask): Promise<readonly PlacedRead[]> {
  return (await reading()).storePosts(task);
}

export async function refusePosts(task: ReadTask): Promise<readonly ReadPost[]> {
  return (await reading()).refusePosts(task);
}

export interface RenderSetup {
  /** Equal setups have equal keys. */
  readonly key: string;
  readonly engine: Omit<EngineOptions, "markdown">;
  readonly lang: string;
  readonly ownCode?: OwnCode | undefined;
  /** Of the program and the pipeline's options. */
  readonly maker: string;
  readonly place: Place;
}

export interface PageToRender {
  readonly page: Page;
  /** Where the finished body of a post is stored. */
  readonly body?: BodyPlace;
  /** Of the posts that it shows: of the bytes of its own, or of what lists show of those in its list. */
  readonly hash?: string;
  /** What is to be known of its own post when that is another. */
  readonly post?: Pick<StoredPost, "outside" | "removals">;
}

/** A setup in memory that all threads see: with the site's own data in it, it may be too much to copy for every batch. */
export interface SharedSetup {
  readonly key: string;
  readonly bytes: Uint8Array;
}

export function shareSetup(setup: RenderSetup): SharedSetup {
  const packed = serialize(setup);
  const bytes = new Uint8Array(new SharedArrayBuffer(packed.length));
  bytes.set(packed);
  return { key: setup.key, bytes };
}

export interface RenderTask {
  readonly setup: SharedSetup;
  readonly pages: readonly PageToRender[];
}

export interface RenderedPages {
  readonly staged: readonly StagedFile[];
  readonly messages: readonly Message[];
}

interface Workshop {
  readonly lang: string;
  readonly engine: Engine;
  readonly stage: Stager;
  readonly bodies: Readers;
}

let workshop: { readonly key: string; readonly tools: Promise<Workshop> } | undefined;

export async function renderPages({ setup, pages }: RenderTask): Promise<RenderedPages> {
  const { lang, engine, stage, bodies } = await workshopOf(setup);
  const render = ({ page, body }: PageToRender): StagedFile | readonly Message[] => {
    try {
      const stored = body && readPacked(body, bodies);
      const contents = pageHtml(engine, stored ? withDetails(page, stored.details) : page, stored?.html, lang);
      return stage({ path: page.output, contents });
    } catch (error) {
      if (!(error instanceof UserError) || isDamagedStore(error)) throw error;
      return error.messages;
    }
  };
  const rendered = mapWithinTime(pages, TIME_LIMIT, render, ({ page }) => [engine.endless(page.source ?? page.output)]);
  return {
    staged: rendered.filter((one): one is StagedFile => "path" in one),
    messages: rendered.flatMap((one) => ("path" in one ? [] : one)),
  };
}

/** What did not cross the threads with the page. */
function withDetails(page: Page, details: string): Page {
  if (page.body.type !== "post") return page;
  const post = Object.assign({}, page.body.post, JSON.parse(details) as PostDetails);
  return { ...page, body: { ...page.body, post } };
}

function workshopOf({ key, bytes }: SharedSetup): Promise<Workshop> {
  if (workshop?.key === key) return workshop.tools;
  // Of another build in this process. One that could not be opened has nothing to be closed.
  workshop?.tools.then(({ bodies }) => closeReaders(bodies)).catch(() => {});
  // Unpacked from a copy: Node's reader wants memory that is not shared.
  workshop = { key, tools: openWorkshop(deserialize(Buffer.from(bytes)) as RenderSetup) };
  return workshop.tools;
}

async function openWorkshop({ engine, place, ownCode, lang }: RenderSetup): Promise<Workshop> {
  await loadOwnParts(ownCode);
  return {
    lang,
    engine: openEngine(engine, ownParts(ownCode).filters),
    stage: createStager(place),
    bodies: new Map(),
  };
}

// A thread calls the module's exports by name.
export { stageShards, storePostTerms };

export const tasks = { readPosts, storePosts, refusePosts, renderPages, storePostTerms, stageShards };
