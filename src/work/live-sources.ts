import type { Progress } from "../model/build.js";
import type { Config } from "../model/config.js";
import type { Message } from "../model/message.js";
import type { Post } from "../model/post.js";
import { whySkipped } from "../model/publishing.js";
import { collectAssets, type SiteAssets } from "./assets.js";
import { createLiveCards } from "./cards/live-cards.js";
import { createLivePictures } from "./images/live-pictures.js";
import { type Inputs, type OtherInputs, readOthers } from "./inputs.js";
import { differences, type Listed, type Listing, listSite, lookAgain, sourceFilesOf } from "./listing.js";
import { type LivePosts, openLivePosts, type PostChanges } from "./live-posts.js";
import type { Pools } from "./pools.js";
import { postFilesOf } from "./post-files.js";

/** Paths relative to the source that may have changed, or all. They are hints: what is true is looked up. */
export type Hints = ReadonlySet<string> | "all";

/** The files of a site in memory, brought up to date as they change. */
export interface LiveSources {
  readonly inputs: () => Inputs;
  readonly assets: () => SiteAssets;
  readonly body: LivePosts["body"];
  /** What there is to say about the files, the newest state of broken ones included. */
  readonly messages: () => readonly Message[];
  readonly errors: () => readonly Message[];
  readonly refresh: (hints: Hints) => Promise<SourceChanges>;
}

export interface SourceChanges {
  /** Sources that were added, removed or read anew. */
  readonly paths: readonly string[];
  readonly posts: PostChanges;
  /** Pages, data, layouts or attachments. */
  readonly others: boolean;
  readonly templates: boolean;
  readonly assets: boolean;
}

export async function openLiveSources(
  config: Config,
  pools: Pools,
  onProgress: (event: Progress) => void,
): Promise<LiveSources> {
  const { folders } = config;
  let listing = listSite(config);
  let assets = collectAssets(config);
  let others = readOthers(sourceFilesOf(listing), config);
  const pictures = createLivePictures(config);
  const cards = createLiveCards(config);
  const posts = await openLivePosts(postFilesOf(sourceFilesOf(listing), config), config, pools, onProgress);

  /** The files as they are now, and which of them have changed or may have. */
  function lookForChanges(hints: Hints): { readonly next: Listing; readonly paths: readonly string[] } {
    const known = hints === "all" ? [] : [...hints].filter((path) => listing.has(path));
    const patched = hints === "all" || hasUnlisted(hints) ? undefined : lookAgain(listing, known);
    if (patched) return { next: patched, paths: known };
    const next = listSite(config);
    return { next, paths: [...new Set([...known, ...differences(listing, next, Date.now())])] };
  }

  /** A hint at a file that is not listed, or at a folder. Assets and includes are not in the listing at all. */
  function hasUnlisted(hints: ReadonlySet<string>): boolean {
    return [...hints].some(
      (path) => !listing.has(path) && !isUnder(path, folders.assets) && !isUnder(path, folders.includes),
    );
  }

  async function updatePosts(next: Listing, paths: readonly string[]): Promise<PostChanges> {
    const changed = new Map(paths.flatMap((path) => (next.has(path) ? [[path, next.get(path)!]] : [])));
    const removed = paths.filter((path) => !next.has(path));
    return posts.update(postFilesOf(sourceFilesOf(changed), config), removed);
  }

  /** Whether a file is something else than a post that is read. */
  function isOther(listed: Listed): boolean {
    return listed.list !== "posts" && !(listed.list === "drafts" && config.drafts);
  }

  async function takeIn(hints: Hints): Promise<SourceChanges> {
    const { next, paths } = lookForChanges(hints);
    const changes = {
      paths,
      posts: await updatePosts(next, paths),
      others: paths.some((path) => isOther((next.get(path) ?? listing.get(path))!)),
      templates: touches(hints, [folders.layouts, folders.includes]),
      assets: touches(hints, [folders.assets]),
    };
    if (changes.others) others = lastGood(others, readOthers(sourceFilesOf(next), config));
    if (changes.assets) {
      assets = collectAssets(config);
      pictures.forgetAssets();
    }
    listing = next;
    return changes;
  }

  return {
    inputs: () => ({
      ...others,
      posts: posts.all(),
      pictures: pictures.of(posts.all(), others.attachments),
      cards: cards.of(published(posts.all(), config)),
    }),
    assets: () => assets,
    body: posts.body,
    messages: () => [...posts.messages(), ...messagesOfOthers(others)],
    errors: () => [...posts.errors(), ...messagesOfOthers(others).filter(isError)],
    async refresh(hints) {
      for (let attempt = 1; ; attempt += 1) {
        try {
          const changes = await takeIn(attempt === 1 ? hints : "all");
          // What a failed attempt has read is in no list of changes any more.
          return attempt === 1 ? changes : { ...changes, others: true };
        } catch (error) {
          // A file that went away between the listing and the reading.
          if ((error as NodeJS.ErrnoException).code !== "ENOENT" || attempt === 5) throw error;
        }
      }
    },
  };
}

function published(posts: readonly Post[], config: Config): readonly Post[] {
  const now = Date.now();
  return posts.filter((post) => whySkipped(post, config, now) === undefined);
}

const isUnder = (path: string, folder: string) => path === folder || path.startsWith(`${folder}/`);

function touches(hints: Hints, folders: readonly string[]): boolean {
  return hints === "all" || [...hints].some((path) => folders.some((folder) => isUnder(path, folder)));
}

const isError = ({ severity }: Message) => severity === "error";

function messagesOfOthers({ documents, dataMessages }: OtherInputs): readonly Message[] {
  return [...documents.flatMap(({ messages }) => messages), ...dataMessages];
}

/** What was read now, with the former state of pages and data that are broken now. */
function lastGood(before: OtherInputs, now: OtherInputs): OtherInputs {
  const good = new Map(before.documents.map((document) => [document.path, document]));
  const documents = now.documents.map((document) => {
    const former = document.messages.some(isError) ? good.get(document.path) : undefined;
    return former ? { ...former, messages: document.messages } : document;
  });
  return { ...now, documents, data: now.dataMessages.some(isError) ? before.data : now.data };
}
