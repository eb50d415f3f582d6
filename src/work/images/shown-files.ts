import { listFolder, type SourceFile } from "../../loader/list.js";
import type { Config } from "../../model/config.js";
import { fileShown } from "../../model/picture.js";
import type { Post } from "../../model/post.js";

const picture = /\.(?:png|jpe?g|jfif|gif|webp|avif|bmp)$/i;

/** The pictures of a site by their paths: those among the posts and, once somebody shows one of them, those below the assets. */
export interface PictureFiles {
  readonly find: (path: string) => SourceFile | undefined;
  readonly attachments: ReadonlySet<string>;
  readonly config: Config;
}

export function pictureFiles(attachments: readonly SourceFile[], config: Config): PictureFiles {
  const known = new Map(attachments.filter(({ path }) => picture.test(path)).map((file) => [file.path, file]));
  let assets: ReadonlyMap<string, SourceFile> | undefined;
  const isAsset = (path: string): boolean => path.startsWith(`${config.folders.assets}/`) && picture.test(path);

  function findAsset(path: string): SourceFile | undefined {
    assets ??= new Map(listFolder(config.source, config.folders.assets).map((file) => [file.path, file]));
    return assets.get(path);
  }

  return {
    find: (path) => known.get(path) ?? (isAsset(path) ? findAsset(path) : undefined),
    attachments: new Set(attachments.map(({ path }) => path)),
    config,
  };
}

/** Those of them that posts show, in their text or as their cover. */
export function shownFiles(posts: Iterable<Post>, files: PictureFiles): ReadonlyMap<string, SourceFile> {
  const shown = new Map<string, SourceFile>();
  const look = (url: string, post: Post): void => {
    const path = fileShown(url, post, files);
    const file = path === undefined || shown.has(path) ? undefined : files.find(path);
    if (file) shown.set(file.path, file);
  };
  for (const post of posts) {
    if (post.cover) look(post.cover.src, post);
    for (const { url, use } of post.urls) if (use === "image") look(url, post);
  }
  return shown;
}
