import { hash } from "node:crypto";
import type { SiteKeys } from "../cache/page-keys.js";
import type { ReadSite } from "./read-site.js";

/**
 * Hashes of all that the data of a site's pages are made of. Empty where code of the site's own makes pages, of which nobody
 * knows what they show.
 */
export function siteKeysOf({ site, stored }: Pick<ReadSite, "site" | "stored">): SiteKeys {
  const { config, posts, documents, data, attachments, pictures, cards, layouts } = site;
  if (config.pipeline.ownCode) return { posts: "", others: "" };
  const shared = [config, documents, data, [...attachments], [...pictures], [...(cards ?? [])], [...layouts]];
  const known = posts.map(({ post }) => stored.get(post.path)!);
  const keyWith = (faces: readonly string[]) =>
    hash("sha1", `${JSON.stringify(shared)} ${faces.join(" ")}`, "base64url");
  return { posts: keyWith(known.map(({ name }) => name)), others: keyWith(known.map(({ face }) => face)) };
}
