import { parseHtml } from "../../src/html/parse.js";
import { findElement, textContent } from "../../src/html/query.js";

/** What `assets/search.js` exports. It is no TypeScript: it goes into browsers as it is. */
export interface SearchClient {
  fold(text: string): { readonly folded: string; readonly places: readonly number[] };
  gramsOf(folded: string): readonly { readonly code: number }[];
  readQuery(query: string): Query;
  findList(bytes: Uint8Array, bits: number, code: number): ReadonlyMap<number, number>;
  openIndex(read: (path: string) => Promise<Response>): Promise<unknown>;
  match(query: Query, title: string, text: string): { readonly parts: readonly string[] } | undefined;
  textOfPage(html: string, parse: (html: string) => unknown): string;
  search(query: string, index: unknown, readPage: (url: string) => Promise<string>): AsyncIterable<Result>;
}

export interface Query {
  readonly pieces: readonly string[];
  readonly ways: readonly (readonly number[])[];
}

export interface Result {
  readonly url: string;
  readonly title: string;
  readonly day: string;
  readonly parts: readonly string[];
}

export const client: SearchClient = await import(new URL("../../assets/search.js", import.meta.url).href);

/** As much of a `DOMParser` as the client asks for. */
export function parsePage(html: string) {
  const tree = parseHtml(html);
  const body = findElement(tree, (element) => element.properties.itemProp?.toString() === "articleBody");
  return { querySelector: () => ({ textContent: textContent(body ?? tree) }) };
}
