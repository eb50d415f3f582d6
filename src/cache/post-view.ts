import type { Post } from "../model/post.js";
import { type BodyPlace, type Readers, readPacked } from "./pack.js";

/** What only the page of a post needs. It is stored with the body, so that the main thread's memory does not grow by it. */
export type PostDetails = Pick<Post, "excerptHtml" | "headings" | "origins" | "changes">;

/** What lists, feeds and links need: kept in memory. */
export type PostSummary = Omit<Post, keyof PostDetails>;

export function splitPost(post: Post): { readonly summary: PostSummary; readonly details: PostDetails } {
  const { excerptHtml, headings, origins, changes, ...summary } = post;
  return { summary, details: { excerptHtml, headings, origins, changes } };
}

/** A post whose details are read from its pack when somebody asks. Only the summary crosses threads or gets into JSON. */
export class PostView implements PostDetails {
  #place: BodyPlace;
  readonly #readers: Readers;

  constructor(summary: PostSummary, place: BodyPlace, readers: Readers) {
    this.#place = place;
    this.#readers = readers;
    shareEmpty(summary.frontMatter);
    shareEmpty(summary);
    Object.assign(this, summary);
  }

  get place(): BodyPlace {
    return this.#place;
  }

  /** The body lies elsewhere now. */
  moveTo(place: BodyPlace): void {
    this.#place = place;
  }

  get excerptHtml(): string {
    return this.#details().excerptHtml;
  }

  get headings(): PostDetails["headings"] {
    return this.#details().headings;
  }

  get origins(): PostDetails["origins"] {
    return this.#details().origins;
  }

  get changes(): PostDetails["changes"] {
    return this.#details().changes;
  }

  #details(): PostDetails {
    return JSON.parse(readPacked(this.#place, this.#readers).details);
  }
}

const noElements: readonly never[] = [];
const noFields = {};

/** A post has a dozen lists and tables without anything in them: one of each is enough for all posts. */
function shareEmpty(fields: object): void {
  const writable = fields as Record<string, unknown>;
  for (const key in writable) {
    const value = writable[key];
    if (typeof value !== "object" || value === null) continue;
    if (Array.isArray(value)) {
      if (value.length === 0) writable[key] = noElements;
    } else if (isEmpty(value)) writable[key] = noFields;
  }
}

function isEmpty(value: object): boolean {
  for (const _key in value) return false;
  return true;
}

/** The same as a `Post`: its summary's fields are its own. */
export function viewPost(summary: PostSummary, place: BodyPlace, readers: Readers): PostView & Post {
  return new PostView(summary, place, readers) as PostView & Post;
}
