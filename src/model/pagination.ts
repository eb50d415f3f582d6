import type { Pager } from "./page.js";

export interface Slice<T> {
  readonly elements: readonly T[];
  readonly pager: Pager;
  /** Site path of this page. */
  readonly url: string;
}

/** Cuts a list into pages; an empty list still has one. `urlOf` gives the site path of a page, 1 for the first. */
export function paginate<T>(list: readonly T[], perPage: number, urlOf: (page: number) => string): readonly Slice<T>[] {
  const totalPages = Math.max(1, Math.ceil(list.length / perPage));
  return Array.from({ length: totalPages }, (_, index) => {
    const page = index + 1;
    return {
      elements: list.slice(index * perPage, page * perPage),
      url: urlOf(page),
      pager: {
        page,
        perPage,
        totalPosts: list.length,
        totalPages,
        ...(page > 1 ? { previousUrl: urlOf(page - 1) } : {}),
        ...(page < totalPages ? { nextUrl: urlOf(page + 1) } : {}),
        firstUrl: urlOf(1),
        lastUrl: urlOf(totalPages),
      },
    };
  });
}
