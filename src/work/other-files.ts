import { join } from "node:path";
import type { PostStore } from "../cache/post-store.js";
import { emitAll } from "../emitters/index.js";
import type { Message } from "../model/message.js";
import type { Output } from "../model/output.js";
import type { Place } from "../writer/place.js";
import { createStager, type StagedFile } from "../writer/stage.js";
import type { SiteAssets } from "./assets.js";
import type { ReadSite } from "./read-site.js";
import { wholeHtml } from "./whole-html.js";

/** Stages all that is no page: assets, the files among the posts, feeds and what else the emitters make. */
export function stageOtherFiles(
  read: ReadSite,
  assets: SiteAssets,
  store: PostStore,
  place: Place,
): { readonly staged: readonly StagedFile[]; readonly messages: readonly Message[] } {
  const copies = [...assets.outputs, ...attachmentsOf(read)];
  const taken = new Set([...read.pages.map(({ output }) => output), ...copies.map(({ path }) => path)]);
  const { site, pages } = read;
  const emitted = emitAll({ site, pages, postHtml: (post) => wholeHtml(post, read, store) }, taken);
  return {
    staged: [...copies, ...emitted.outputs].map(createStager(place)),
    messages: [...assets.messages, ...emitted.messages],
  };
}

function attachmentsOf({ site }: ReadSite): Output[] {
  return [...site.attachments].map((path) => ({ path, copyFrom: join(site.config.source, path) }));
}
