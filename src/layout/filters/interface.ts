import type { SiteVariables } from "../globals.js";
import { interfaceText } from "../strings/index.js";
import type { FilterHandler } from "./filter.js";

/** Filters for the words of the theme: `{{ "reading_time" | t: count: 5 }}`, `{{ page.date | display_date }}`. */
export function interfaceFilters({ lang, timezone }: SiteVariables): Readonly<Record<string, FilterHandler>> {
  return {
    t: (key: unknown, ...parameters: [string, unknown][]) =>
      interfaceText(lang, String(key), Object.fromEntries(parameters.filter(Array.isArray))),
    display_date: (value: unknown, style?: unknown) => displayDate(value, lang, timezone, style === "short"),
  };
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** A date as the site's language writes it: `26 February 2025`, `2025年2月26日`; `short`: without the year. */
function displayDate(value: unknown, lang: string, timeZone: string, short: boolean): string {
  const date = new Date(value as string | number);
  if (Number.isNaN(date.getTime())) return String(value ?? "");
  return dateFormat(lang, timeZone, short).format(date);
}

function dateFormat(lang: string, timeZone: string, short: boolean): Intl.DateTimeFormat {
  const key = `${lang} ${timeZone} ${short}`;
  const options: Intl.DateTimeFormatOptions = short ? { month: "short", day: "numeric" } : { dateStyle: "long" };
  // American English would put the month first and a comma in between.
  const locale = lang === "en" ? "en-GB" : lang;
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone });
  formats.set(key, format);
  return format;
}
