/** What `assets/search.js` exports. It is no TypeScript: it goes into browsers as it is. */
export interface SearchClient {
  fold(text: string): { readonly folded: string };
  addGrams(folded: string, sure: number[], doubtful: number[]): number[];
  readQuery(query: string): Query;
  readList(bytes: Uint8Array, bits: number, code: number, weights: Uint8Array, first: number): void;
  openIndex(read: (path: string) => Promise<Response>): Promise<SearchIndex>;
  markTitle(query: Query, title: string): Parts;
  excerpt(query: Query, title: string, text: string): Parts | undefined;
  textOfPage(html: string, decode: (text: string) => string): string;
  search(
    query: string,
    index: SearchIndex,
    readPage: (url: string) => Promise<string>,
  ): AsyncIterable<Result | undefined>;
}

export interface SearchIndex {
  find(query: Query): Promise<number[]>;
  narrow(found: number[], codes: readonly number[]): Promise<number[]>;
  describe(post: number): Promise<readonly [url: string, title: string, day: string]>;
}

/** Pieces of a title or an excerpt, and whether they were sought. */
export type Parts = readonly (readonly [text: string, isSought: boolean])[];

export interface Query {
  readonly pieces: readonly string[];
  readonly ways: readonly (readonly number[])[];
  /** Grams to look up where posts with those have not all that is sought. */
  readonly others: readonly number[];
}

export interface Result {
  readonly url: string;
  readonly title: Parts;
  readonly day: string;
  readonly parts: Promise<Parts | undefined>;
}

export const client: SearchClient = await import(new URL("../../assets/search.js", import.meta.url).href);

/** The pieces that are marked. */
export function marked(parts: Parts | undefined): readonly string[] | undefined {
  return parts?.filter(([, isSought]) => isSought).map(([text]) => text);
}
