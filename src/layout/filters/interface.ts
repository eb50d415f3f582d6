import { interfaceText } from "../strings/index.js";
import type { FilterHandler } from "./filter.js";

/** Filters for the words of the theme: `{{ "reading_time" | t: count: 5 }}`, `{{ "zh-CN" | language_name }}`. */
export function interfaceFilters(lang: string): Readonly<Record<string, FilterHandler>> {
  return {
    t: (key: unknown, ...parameters: [string, unknown][]) =>
      interfaceText(lang, String(key), Object.fromEntries(parameters.filter(Array.isArray))),
    language_name: (tag: unknown) => languageName(String(tag)),
  };
}

/** A language in its own words: `中文（中国）`. What is no language is its own name. */
function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames([tag], { type: "language" }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
