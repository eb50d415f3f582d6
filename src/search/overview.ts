import { type PartName, POSTS_IN_LIST, settledOf } from "./output-paths.js";

export interface Overview {
  /** Another one whenever any file of the index is another. */
  readonly version: string;
  /** How many posts can be found. */
  readonly posts: number;
  readonly bits: Readonly<Record<PartName, number>>;
}

/** The file that leads to all others of the index. */
export function printOverview({ version, posts, bits: { settled, recent } }: Overview): string {
  const overview = { version, posts, settled: settledOf(posts), bits: { settled, recent }, list: POSTS_IN_LIST };
  return `${JSON.stringify(overview)}\n`;
}

/** Of the posts, the oldest first, those of a part. */
export function ofPart<T>(part: PartName, posts: readonly T[]): readonly T[] {
  const settled = settledOf(posts.length);
  return part === "settled" ? posts.slice(0, settled) : posts.slice(settled);
}
