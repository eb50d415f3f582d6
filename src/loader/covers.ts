import type { Cover } from "../model/front-matter.js";
import { normalizeKey } from "./keys.js";
import { readText } from "./text.js";
import { isList, isMap, type Value } from "./value.js";

/** Keys of a map that hold the address of a picture, the most telling first. */
const sourceKeys = [
  "path",
  "src",
  "url",
  "image",
  "featuredimage",
  "ogimage",
  "teaser",
  "overlayimage",
  "feature",
  "thumbnail",
];

/** Every picture that a value names: an address, a map around it, or a list of either. */
export function readCovers(value: Value): readonly Cover[] | undefined {
  const covers = isList(value)
    ? value.flatMap((child) => readCovers(child) ?? [])
    : isMap(value)
      ? ofMap(value)
      : ofText(value);
  return covers.length > 0 ? covers : undefined;
}

/** Hugo's page resources: only those whose name says that they are the featured image. */
export function readFeaturedResources(value: Value): readonly Cover[] | undefined {
  if (!isList(value)) return undefined;
  return readCovers(
    value.filter((resource) => isMap(resource) && /^featured/i.test(readText(resource.name ?? null) ?? "")),
  );
}

function ofMap(map: { readonly [key: string]: Value }): readonly Cover[] {
  const values = new Map(Object.entries(map).map(([key, value]) => [normalizeKey(key), value]));
  const text = (key: string) => readText(values.get(key) ?? null);
  const alt = text("alt") ?? text("imagealt");
  const caption = text("caption") ?? text("imagecaption");
  return sourceKeys
    .flatMap((key) => ofText(values.get(key) ?? null))
    .map(({ src }) => ({ src, ...(alt ? { alt } : {}), ...(caption ? { caption } : {}) }));
}

function ofText(value: Value): readonly Cover[] {
  const src = typeof value === "string" ? readText(value) : undefined;
  return src !== undefined && looksLikeAddress(src) ? [{ src }] : [];
}

/** Themes put colours, gradients and prose under the same keys. */
function looksLikeAddress(text: string): boolean {
  if (text.includes(" ") && !/\.(?:png|jpe?g|gif|webp|avif|svg|bmp)$/i.test(text)) return false;
  if (/^(?:https?:)?\/\/[^\s/]/i.test(text)) return true;
  const otherScheme = /^[a-z][a-z0-9+.-]*:/i.test(text);
  return !otherScheme && /[./]/.test(text) && !/^(?:#|\/\/|[\w-]+\()/.test(text);
}
