import { join } from "node:path";
import { emitAll } from "../emitters/index.js";
import type { Message } from "../model/message.js";
import type { Output } from "../model/output.js";
import type { Page } from "../model/page.js";
import type { Site, SitePost } from "../model/site.js";
import type { SiteAssets } from "./assets.js";
import { ownParts } from "./own-parts.js";
import { createFedPosts, type FedPost, wholeHtml } from "./whole-html.js";

export interface OtherFiles {
  readonly outputs: readonly Output[];
  readonly messages: readonly Message[];
  /** The posts whose HTML was used. Not told of sites with feeds of their terms, which use that of many. */
  readonly fed?: readonly FedPost[];
}

/**
 * All that is no page: assets, the files among the posts, feeds and what else the emitters make. `bodyOf` gives a post's
 * stored HTML.
 */
export function otherFiles(
  site: Site,
  pages: readonly Page[],
  assets: SiteAssets,
  bodyOf: (path: string) => string | undefined,
): OtherFiles {
  const copies = [...assets.outputs, ...attachmentsOf(site), ...variantsOf(site), ...cardsOf(site)];
  const taken = new Set([...pages.map(({ output }) => output), ...copies.map(({ path }) => path)]);
  const { config } = site;
  const isFew = config.feedsOf.length === 0;
  const fed = new Map<string, FedPost>();
  const find = createFedPosts(pages, bodyOf);
  const postHtml = (sitePost: SitePost): string => {
    const post = fed.get(sitePost.post.path) ?? find(sitePost);
    if (isFew) fed.set(sitePost.post.path, post);
    return wholeHtml(post, config);
  };
  const emitted = emitAll(
    { site, pages, assets: assets.names, postHtml },
    taken,
    ownParts(config.pipeline.ownCode).emitters,
  );
  return {
    outputs: [...copies, ...emitted.outputs],
    messages: [...assets.messages, ...emitted.messages],
    ...(isFew ? { fed: [...fed.values()] } : {}),
  };
}

function attachmentsOf({ config, attachments }: Site): Output[] {
  return [...attachments].map((path) => ({ path, copyFrom: join(config.source, path) }));
}

function cardsOf({ cards }: Site): Output[] {
  const outputs = new Map(Array.from(cards?.values() ?? [], ({ output, cached }) => [output, cached]));
  return Array.from(outputs, ([path, copyFrom]) => ({ path, copyFrom }));
}

/** Two pictures with the same bytes and name share their files. */
function variantsOf({ pictures }: Site): Output[] {
  const outputs = new Map<string, string>();
  for (const { variants } of pictures.values())
    for (const { output, cached } of variants) if (cached !== undefined) outputs.set(output, cached);
  return Array.from(outputs, ([path, copyFrom]) => ({ path, copyFrom }));
}
