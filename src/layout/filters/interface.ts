import { interfaceText } from "../strings/index.js";
import type { FilterHandler } from "./filter.js";

/** Filters for the words of the theme: `{{ "reading_time" | t: count: 5 }}`. */
export function interfaceFilters(lang: string): Readonly<Record<string, FilterHandler>> {
  return {
    t: (key: unknown, ...parameters: [string, unknown][]) =>
      interfaceText(lang, String(key), Object.fromEntries(parameters.filter(Array.isArray))),
  };
}
