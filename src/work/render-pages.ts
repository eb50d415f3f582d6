import { hash } from "node:crypto";
import type { PageKey } from "../cache/page-keys.js";
import { createEngine, type Engine } from "../layout/engine.js";
import { unknownLayouts } from "../layout/unknown-layouts.js";
import { inBatches } from "../lib/pool.js";
import type { Progress } from "../model/build.js";
import { type Message, UserError } from "../model/message.js";
import type { PostLink } from "../model/page.js";
import type { StagedFile } from "../writer/stage.js";
import type { Pools } from "./pools.js";
import type { PageToRender, RenderSetup } from "./tasks.js";

export interface RenderedSite {
  /** Rendered now. */
  readonly staged: readonly StagedFile[];
  /** Outputs that are what they would become. */
  readonly kept: readonly string[];
  readonly keys: ReadonlyMap<string, string>;
  readonly messages: readonly Message[];
}

const BATCH = 64;

/** Renders the pages whose inputs changed. `known` says of which inputs each file of the destination was made. */
export async function renderPages(
  pages: readonly PageToRender[],
  setup: RenderSetup,
  known: ReadonlyMap<string, PageKey>,
  pools: Pools,
  onProgress: (event: Progress) => void,
): Promise<RenderedSite> {
  const engine = createEngine(setup.engine);
  let keys: ReadonlyMap<string, string>;
  try {
    keys = new Map(pages.map((entry) => [entry.page.output, keyOf(entry, engine, setup)]));
  } catch (error) {
    // A layout that cannot be parsed: one message instead of one for each of its pages.
    if (!(error instanceof UserError)) throw error;
    return { staged: [], kept: [], keys: new Map(), messages: error.messages };
  }
  const isKept = ({ page }: PageToRender): boolean => known.get(page.output)?.key === keys.get(page.output);
  const toRender = pages.filter((entry) => !isKept(entry));
  const pool = await pools.open(toRender.length);
  const staged: StagedFile[] = [];
  const messages: Message[] = [
    ...unknownLayouts(
      engine,
      pages.map(({ page }) => page),
    ),
  ];
  let done = 0;
  await Promise.all(
    inBatches(toRender, BATCH).map(async (batch) => {
      const rendered = await pool.run("renderPages", { setup, pages: batch.map(slim) });
      staged.push(...rendered.staged);
      messages.push(...rendered.messages);
      done += batch.length;
      onProgress({ phase: "render", done, total: toRender.length });
    }),
  );
  return { staged, kept: pages.filter(isKept).map(({ page }) => page.output), keys, messages };
}

/**
 * All that a page is made of: its own data, its body, the texts of the layouts and includes that it may use, and those
 * values of `site` that they name.
 */
function keyOf({ page, body: place }: PageToRender, engine: Engine, setup: RenderSetup): string {
  const { body, list, ...rest } = page;
  const parts = [
    layoutKey(engine, page.layout, setup),
    JSON.stringify(rest),
    list ? `${JSON.stringify(list.pager)} ${list.posts.map(linkKey).join(" ")}` : "",
    // All of a post follows from its bytes and the maker.
    body.type === "post"
      ? `${body.post.path} ${body.post.hash} ${place?.checksum} ${JSON.stringify([body.urls, body.pictures])}`
      : "",
    body.type === "source"
      ? `${JSON.stringify(body)} ${textKey(body.text, page.source ?? page.output, engine, setup)}`
      : "",
  ];
  return hash("sha1", parts.join("\0"), "base64url");
}

const linkKeys = new WeakMap<PostLink, string>();

/** A post stands in many lists: what they show of it is hashed once. */
function linkKey(link: PostLink): string {
  let key = linkKeys.get(link);
  if (key === undefined) {
    key = hash("sha1", JSON.stringify(link), "base64url");
    linkKeys.set(link, key);
  }
  return key;
}

const layoutKeys = new WeakMap<Engine, Map<string, string>>();

/** What all pages of a layout have in common. */
function layoutKey(engine: Engine, layout: string, setup: RenderSetup): string {
  const keys = layoutKeys.get(engine) ?? new Map<string, string>();
  layoutKeys.set(engine, keys);
  const known = keys.get(layout);
  if (known !== undefined) return known;
  const parts = [setup.maker, setup.lang, engine.fingerprint(layout), valuesOf(engine.globalsUsed(layout), setup)];
  const key = hash("sha1", parts.join("\0"), "base64url");
  keys.set(layout, key);
  return key;
}

function valuesOf(used: readonly string[] | "all", { engine: { globals } }: RenderSetup): string {
  return JSON.stringify(used === "all" ? globals.site : used.map((name) => globals.site[name]));
}

function textKey(text: string, file: string, engine: Engine, setup: RenderSetup): string {
  try {
    const { fingerprint, globals } = engine.textDependencies(text, file);
    return `${fingerprint}\0${valuesOf(globals, setup)}`;
  } catch {
    // A broken page is told when it is rendered.
    return "";
  }
}

/** Without what no layout sees of a post: it would only be copied from thread to thread. */
function slim<T extends PageToRender>(entry: T): T {
  const { page } = entry;
  if (page.body.type !== "post") return entry;
  const post = { ...page.body.post, messages: [], urls: [] };
  return { ...entry, page: { ...page, body: { ...page.body, post } } };
}
