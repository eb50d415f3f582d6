import { fileShown, srcsetOf } from "../model/picture.js";
import type { LocalUrl, Post } from "../model/post.js";
import type { Site } from "../model/site.js";

type Attributes = Readonly<Record<string, string | number>>;

/** What the files of a post's pictures add to their elements, by the index of the URL; nothing where that is nothing. */
export function picturesIn(post: Post, site: Site): { readonly pictures?: Readonly<Record<number, Attributes>> } {
  if (site.pictures.size === 0) return {};
  const found = post.urls.flatMap((local, index) => {
    const attributes = attributesOf(local, post, site);
    return attributes ? [[index, attributes] as const] : [];
  });
  return found.length > 0 ? { pictures: Object.fromEntries(found) } : {};
}

function attributesOf({ url, alone }: LocalUrl, post: Post, site: Site): Attributes | undefined {
  const file = alone === undefined ? undefined : fileShown(url, post, site);
  const picture = file === undefined ? undefined : site.pictures.get(file);
  if (!picture) return undefined;
  const srcset = srcsetOf(picture, site.config.baseurl);
  const usual = site.config.images?.sizes ?? "";
  const attributes = {
    ...(srcset ? { srcset, sizes: typeof alone === "number" ? sizesFor(alone) : usual } : {}),
    ...(alone === "unsized" ? { width: picture.width, height: picture.height } : {}),
  };
  return Object.keys(attributes).length > 0 ? attributes : undefined;
}

/** Shown as wide as its author says, unless the window is narrower. */
const sizesFor = (width: number): string => `(min-width: ${width}px) ${width}px, 100vw`;
