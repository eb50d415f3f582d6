import { compareRuby } from "../../lib/ruby/compare.js";
import type { JekyllText } from "./text.js";

/** By date, then by path: the order of documents that nobody asked another of. */
export function byDateAndPath(a: JekyllText, b: JekyllText): number {
  const [first, second] = [a.data.date, b.data.date].map((date) => date ?? undefined);
  return (compareRuby(first, second) ?? 0) || (a.path < b.path ? -1 : Number(a.path > b.path));
}
