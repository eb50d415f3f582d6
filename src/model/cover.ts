import type { PageCover } from "./page.js";
import { fileShown, type Pictures, srcsetOf } from "./picture.js";
import type { Post } from "./post.js";
import { encodePath } from "./segment.js";
import type { Site } from "./site.js";

type FilesOfCovers = Pick<Site, "config" | "attachments"> & { readonly pictures: Pictures };

/** A post's cover as pages show it: one that lies among the posts by its address there, and its size where that is known. */
export function coverOf(post: Post, site: FilesOfCovers): PageCover | undefined {
  if (!post.cover) return undefined;
  const { src, alt = "", caption } = post.cover;
  const file = fileShown(src, post, site);
  const picture = file === undefined ? undefined : site.pictures.get(file);
  const srcset = picture ? srcsetOf(picture, site.config.baseurl) : "";
  return {
    src: file !== undefined && site.attachments.has(file) ? `/${encodePath(file)}` : src,
    alt,
    ...(caption ? { caption } : {}),
    ...(picture ? { width: picture.width, height: picture.height } : {}),
    ...(srcset ? { srcset } : {}),
  };
}
