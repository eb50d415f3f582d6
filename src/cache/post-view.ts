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

/** The same as a `Post`: its summary's fields are its own. */
export function viewPost(summary: PostSummary, place: BodyPlace, readers: Readers): PostView & Post {
  return new PostView(summary, place, readers) as PostView & Post;
}
