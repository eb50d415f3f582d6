import { availableParallelism } from "node:os";
import { join } from "node:path";
import { type ImageStore, type MadeVariants, openImageStore } from "../../cache/image-store.js";
import type { SourceFile } from "../../loader/list.js";
import type { Progress } from "../../model/build.js";
import type { Config, ImageSettings } from "../../model/config.js";
import type { Message } from "../../model/message.js";
import type { Picture, Pictures, PictureVariant } from "../../model/picture.js";
import type { Post } from "../../model/post.js";
import { portableSegment } from "../../model/segment.js";
import type { ImageFacts } from "./image-facts.js";
import { loadSharp, placesOfSharp } from "./load-sharp.js";
import { keyOfVariants, makeVariants, mayHaveVariants } from "./make-variants.js";
import { measureFile } from "./measure.js";
import { pictureFiles, shownFiles } from "./shown-files.js";

export interface SitePictures {
  readonly pictures: Pictures;
  readonly messages: readonly Message[];
}

/** A picture that is known, and what was made of it. */
interface Measured {
  readonly file: SourceFile;
  readonly facts: ImageFacts;
  readonly contentHash: string;
  readonly made?: MadeVariants | undefined;
}

/** Where what is known of the pictures is kept; `state` is the folder of the site's caches. */
export const imagesFolder = (state: string): string => join(state, "images");

/**
 * The pictures of the site that posts show, measured, and with `images:` in narrower files that are made now unless they are
 * there. Throws a `UserError` when these are wanted and cannot be made at all.
 */
export async function makePictures(
  posts: Iterable<Post>,
  attachments: readonly SourceFile[],
  config: Config,
  state: string,
  onProgress: (event: Progress) => void,
): Promise<SitePictures> {
  const files = pictureFiles(attachments, config);
  const shown = [...shownFiles(posts, files).values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  if (shown.length === 0) return { pictures: new Map(), messages: [] };
  const store = openImageStore<ImageFacts>(imagesFolder(state));
  const { images } = config;
  const measured = shown.flatMap((file): Measured[] => {
    const { facts, contentHash, made } = measureFile(file, store, images !== undefined);
    return facts ? [{ file, facts, contentHash, made }] : [];
  });
  const made = images
    ? await makeAll(measured, images, store, config.source, onProgress)
    : measured.map(withoutVariants);
  store.save((path) => files.find(path) !== undefined);
  return {
    pictures: new Map(made.map((one) => [one.file.path, pictureOf(one, store.folder, config)])),
    messages: made.flatMap(failureOf),
  };
}

const withoutVariants = ({ file, facts, contentHash }: Measured): Measured => ({ file, facts, contentHash });

async function makeAll(
  pictures: readonly Measured[],
  settings: ImageSettings,
  store: ImageStore<ImageFacts>,
  source: string,
  onProgress: (event: Progress) => void,
): Promise<readonly Measured[]> {
  const made = pictures.map((picture): Measured => {
    const key = keyOfVariants(picture.contentHash, settings);
    const fits = picture.made?.key === key && store.has(picture.made);
    return mayHaveVariants(picture.facts, picture.file) && fits ? picture : withoutVariants(picture);
  });
  const missing = made.flatMap(({ file, facts, made }, index) =>
    mayHaveVariants(facts, file) && !made ? [index] : [],
  );
  if (missing.length === 0) return made;
  const sharp = loadSharp(placesOfSharp(source));
  let done = 0;
  async function work(): Promise<void> {
    for (let index = missing.pop(); index !== undefined; index = missing.pop()) {
      const { file, facts, contentHash } = made[index]!;
      const place = { folder: store.folder, key: keyOfVariants(contentHash, settings) };
      const variants = await makeVariants(sharp, file, facts, settings, place);
      made[index] = { file, facts, contentHash, made: variants };
      store.put(file.path, { size: file.size, modified: file.modified, contentHash, facts, made: variants });
      done += 1;
      onProgress({ phase: "images", done, total: done + missing.length });
    }
  }
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return made;
}

function pictureOf({ file, facts, made }: Measured, folder: string, config: Config): Picture {
  const stem = portableSegment(file.path.replace(/^.*\//, "").replace(/\.[^.]*$/, "")).replace(/[\s,]+/g, "-");
  const variants = (made?.variants ?? []).map(({ width, name }): PictureVariant => {
    if (name === "") return { width, output: file.path };
    const output = `${config.folders.assets}/webp/${stem}-${width}-${made!.key.slice(0, 8)}.webp`;
    return { width, output, cached: join(folder, name) };
  });
  return { width: facts.width, height: facts.height, variants };
}

function failureOf({ file, made }: Measured): readonly Message[] {
  if (made?.failure === undefined) return [];
  return [
    {
      severity: "warning",
      ruleId: "broken-picture",
      reason: `${file.path} could not be read as a picture, so it is published as it is: ${made.failure}`,
      note: "Open it in a picture program and save it again",
      file: file.path,
    },
  ];
}
