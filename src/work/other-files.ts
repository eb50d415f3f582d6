import { join } from "node:path";
import { emitAll } from "../emitters/index.js";
import type { Message } from "../model/message.js";
import type { Output } from "../model/output.js";
import type { Page } from "../model/page.js";
import type { Site } from "../model/site.js";
import type { SiteAssets } from "./assets.js";
import { ownParts } from "./own-parts.js";
import { createWholeHtml } from "./whole-html.js";

export interface OtherFiles {
  readonly outputs: readonly Output[];
  readonly messages: readonly Message[];
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
  const emitted = emitAll(
    { site, pages, assets: assets.names, postHtml: createWholeHtml(site.config, pages, bodyOf) },
    taken,
    ownParts(site.config.pipeline.ownCode).emitters,
  );
  return { outputs: [...copies, ...emitted.outputs], messages: [...assets.messages, ...emitted.messages] };
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
