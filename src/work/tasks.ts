import { readFileSync } from "node:fs";
import { type BodyPlace, type Readers, readPacked } from "../cache/pack.js";
import type { PostDetails } from "../cache/post-view.js";
import type { Engine, EngineOptions } from "../layout/engine.js";
import { contentHash } from "../lib/hash.js";
import type { SourceFile } from "../loader/list.js";
import { loadDocument } from "../loader/load.js";
import type { PipelineOptions } from "../model/config.js";
import { type Message, UserError } from "../model/message.js";
import type { Page } from "../model/page.js";
import type { Post } from "../model/post.js";
import { processDocument } from "../pipeline/process.js";
import type { Place } from "../writer/place.js";
import { createStager, type StagedFile, type Stager } from "../writer/stage.js";
import { openEngine, pageHtml } from "./page-html.js";

/*
 * What runs many times over, in this thread or in others: reading and cleaning posts, rendering and staging pages. Strings
 * and plain data go in and out; a tree never leaves its thread.
 */

export interface ReadTask {
  readonly files: readonly (SourceFile & { readonly folder: "posts" | "drafts"; readonly knownHash?: string })[];
  readonly options: PipelineOptions;
}

export interface ReadPost {
  readonly path: string;
  readonly contentHash: string;
  /** Nothing where the content is the one that was known. */
  readonly processed?: { readonly post: Post; readonly html: string };
  readonly milliseconds: number;
}

export function readPosts({ files, options }: ReadTask): readonly ReadPost[] {
  return files.map((file): ReadPost => {
    const start = performance.now();
    const bytes = readFileSync(file.absolutePath);
    const hash = contentHash(bytes);
    if (hash === file.knownHash) return { path: file.path, contentHash: hash, milliseconds: performance.now() - start };
    const document = loadDocument({ path: file.path, bytes, folder: file.folder }, options);
    const processed = processDocument(document, hash, options);
    return { path: file.path, contentHash: hash, processed, milliseconds: performance.now() - start };
  });
}

export interface RenderSetup {
  /** Equal setups have equal keys. */
  readonly key: string;
  readonly engine: Omit<EngineOptions, "markdown">;
  readonly lang: string;
  /** Of the program and the pipeline's options. */
  readonly maker: string;
  readonly place: Place;
}

export interface PageToRender {
  readonly page: Page;
  /** Where the finished body of a post is stored. */
  readonly body?: BodyPlace;
}

export interface RenderTask {
  readonly setup: RenderSetup;
  readonly pages: readonly PageToRender[];
}

export interface RenderedPages {
  readonly staged: readonly StagedFile[];
  readonly messages: readonly Message[];
}

interface Workshop {
  readonly engine: Engine;
  readonly stage: Stager;
  readonly bodies: Readers;
}

let workshop: { readonly key: string; readonly tools: Workshop } | undefined;

export function renderPages({ setup, pages }: RenderTask): RenderedPages {
  if (workshop?.key !== setup.key) workshop = { key: setup.key, tools: openWorkshop(setup) };
  const { engine, stage, bodies } = workshop.tools;
  const staged: StagedFile[] = [];
  const messages: Message[] = [];
  for (const { page, body } of pages) {
    try {
      const stored = body && readPacked(body, bodies);
      const contents = pageHtml(engine, stored ? withDetails(page, stored.details) : page, stored?.html, setup.lang);
      staged.push(stage({ path: page.output, contents }));
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      messages.push(...error.messages);
    }
  }
  return { staged, messages };
}

/** What did not cross the threads with the page. */
function withDetails(page: Page, details: string): Page {
  if (page.body.type !== "post") return page;
  const post = Object.assign({}, page.body.post, JSON.parse(details) as PostDetails);
  return { ...page, body: { ...page.body, post } };
}

function openWorkshop({ engine, place }: RenderSetup): Workshop {
  return {
    engine: openEngine(engine),
    stage: createStager(place),
    bodies: new Map(),
  };
}

export const tasks = { readPosts, renderPages };
