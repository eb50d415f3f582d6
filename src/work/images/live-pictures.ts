import type { SourceFile } from "../../loader/list.js";
import type { Config } from "../../model/config.js";
import { noPictures, type Picture, type Pictures } from "../../model/picture.js";
import type { Post } from "../../model/post.js";
import { GRAIN } from "../grain.js";
import { type ImageFacts, readImageFacts } from "./image-facts.js";
import { pictureFiles, shownFiles } from "./shown-files.js";

/** The sizes of the pictures that posts show, for a site whose files change while somebody looks at it: originals only. */
export interface LivePictures {
  /** The same map as before where nothing is another than it was. */
  readonly of: (posts: Iterable<Post>, attachments: readonly SourceFile[]) => Pictures;
  /** Files below the assets may have changed. */
  readonly forgetAssets: () => void;
}

interface Known {
  readonly file: SourceFile;
  readonly facts: ImageFacts | undefined;
  readonly read: number;
}

export function createLivePictures(config: Config): LivePictures {
  const known = new Map<string, Known>();
  let listed: readonly SourceFile[] | undefined;
  let files = pictureFiles([], config);
  let last: Pictures = noPictures;
  let lastText = "[]";

  function factsOf(file: SourceFile): ImageFacts | undefined {
    const before = known.get(file.path);
    const isSame =
      before?.file.size === file.size && before.file.modified === file.modified && file.modified < before.read - GRAIN;
    if (isSame) return before.facts;
    const facts = readImageFacts(file.absolutePath);
    known.set(file.path, { file, facts, read: Date.now() });
    return facts;
  }

  return {
    of(posts, attachments) {
      if (attachments !== listed) files = pictureFiles(attachments, config);
      listed = attachments;
      const rows = [...shownFiles(posts, files).values()].flatMap((file): [string, Picture][] => {
        const facts = factsOf(file);
        return facts ? [[file.path, { width: facts.width, height: facts.height, variants: [] }]] : [];
      });
      const text = JSON.stringify(rows);
      if (text !== lastText) [last, lastText] = [new Map(rows), text];
      return last;
    },
    forgetAssets: () => {
      listed = undefined;
    },
  };
}
