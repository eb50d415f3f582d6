/** A picture with a post's title on it, for services that show links. */
export interface Card {
  /** File in the destination, decoded. */
  readonly output: string;
  /** Absolute path of the file that is to be copied there. */
  readonly cached: string;
  /** Of a site in memory: draws it, where the file is not there. Rejects with a `UserError` where nothing can draw. */
  readonly draw?: () => Promise<Uint8Array>;
}

/** Pixels: what Open Graph and Twitter show without cutting. */
export const cardSize = { width: 1200, height: 630 } as const;

/** By the paths of the posts. */
export type Cards = ReadonlyMap<string, Card>;
