import { readFileSync } from "node:fs";
import { loadData } from "../loader/data.js";
import type { SourceFile, SourceFiles } from "../loader/list.js";
import { loadDocument } from "../loader/load.js";
import type { Skipped } from "../model/build.js";
import type { Cards } from "../model/card.js";
import type { Config } from "../model/config.js";
import type { Document } from "../model/document.js";
import type { Message } from "../model/message.js";
import type { Pictures } from "../model/picture.js";
import type { Post } from "../model/post.js";
import { whySkipped } from "../model/publishing.js";
import { createSite, type Site, type SiteInput } from "../model/site.js";

/** What was read besides the posts. */
export interface OtherInputs {
  readonly documents: readonly Document[];
  readonly data: SiteInput["data"];
  readonly dataMessages: readonly Message[];
  readonly attachments: readonly SourceFile[];
  /** Names of the site's own layouts. */
  readonly layouts: ReadonlySet<string>;
  /** Drafts that nobody asked for. */
  readonly unread: readonly Skipped[];
}

/** All that a site is made of, read, with nothing concluded from it. */
export interface Inputs extends OtherInputs {
  /** The unpublished and the unreadable ones, too. */
  readonly posts: readonly Post[];
  readonly pictures: Pictures;
  readonly cards?: Cards | undefined;
}

export interface SiteOfInputs {
  readonly site: Site;
  readonly skipped: readonly Skipped[];
  readonly messages: readonly Message[];
}

export function readOthers(files: SourceFiles, config: Config): OtherInputs {
  const { data, messages } = loadData(files.data);
  return {
    documents: files.pages.map((file) => readPage(file, config)),
    data,
    dataMessages: messages,
    attachments: files.attachments,
    layouts: new Set(files.layouts.map(({ path }) => layoutName(path, config))),
    unread: config.drafts ? [] : files.drafts.map(({ path }) => ({ path, why: "draft" })),
  };
}

export function readPage({ path, absolutePath }: SourceFile, config: Config): Document {
  return loadDocument({ path, bytes: readFileSync(absolutePath), folder: "pages" }, config.pipeline);
}

/** The site of what is published at an instant (ms since the epoch). `previous`: see `createSite`. */
export function siteOf(inputs: Inputs, config: Config, now: number, previous?: Site): SiteOfInputs {
  const { documents, data, pictures, cards, layouts } = inputs;
  const skipped: Skipped[] = [...inputs.unread];
  const posts: Post[] = [];
  for (const post of inputs.posts) {
    const why = whySkipped(post, config, now);
    if (why) skipped.push(why);
    else posts.push(post);
  }
  const attachments = new Set(inputs.attachments.map(({ path }) => path));
  const site = createSite({ config, posts, documents, data, attachments, pictures, cards, layouts }, previous);
  const messages = [
    ...inputs.posts.flatMap((post) => post.messages),
    ...documents.flatMap((document) => document.messages),
    ...inputs.dataMessages,
    ...site.messages,
  ];
  return { site, skipped, messages };
}

/** `layouts/blog/post.html` is the layout `blog/post`. */
function layoutName(path: string, config: Config): string {
  return path.slice(config.folders.layouts.length + 1).replace(/\.[^./]+$/, "");
}
