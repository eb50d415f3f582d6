import { parseDate } from "../../lib/dates.js";
import { remembering } from "../../lib/remembering.js";
import { strftime } from "../../lib/strftime.js";
import type { FilterHandler } from "./filter.js";

/** Filters on dates, in the site's time zone. What is no date is printed as it is. */
export function dateFilters(timezone: string, lang: string): Readonly<Record<string, FilterHandler>> {
  const formatted =
    (patternOf: (...parameters: unknown[]) => string) =>
    (value: unknown, ...parameters: unknown[]): unknown => {
      const instant = toInstant(value, timezone);
      return instant === undefined ? value : strftime(instant, timezone, patternOf(...parameters));
    };
  const [short, long] = [displayed(lang, timezone, true), displayed(lang, timezone, false)];
  return {
    date: formatted((pattern) => String(pattern ?? "%Y-%m-%d %H:%M:%S %z")),
    date_to_xmlschema: formatted(() => "%Y-%m-%dT%H:%M:%S%:z"),
    date_to_rfc822: formatted(() => "%a, %d %b %Y %H:%M:%S %z"),
    date_to_string: formatted((type, style) => dayPattern("%b", type, style)),
    date_to_long_string: formatted((type, style) => dayPattern("%B", type, style)),
    display_date: (value: unknown, style?: unknown) => (style === "short" ? short : long)(value),
  };
}

/** Lists show the same dates again and again. */
function displayed(lang: string, timezone: string, isShort: boolean): (value: unknown) => unknown {
  const display = (value: unknown): unknown => {
    const instant = toInstant(value, timezone);
    return instant === undefined ? value : dateFormat(lang, timezone, isShort).format(instant);
  };
  const remembered = remembering(50_000, display);
  return (value) => (typeof value === "string" && !isClock(value) ? remembered(value) : display(value));
}

function dayPattern(month: string, type: unknown, style: unknown): string {
  if (type !== "ordinal") return `%d ${month} %Y`;
  return style === "US" ? `${month} %-d%q, %Y` : `%-d%q ${month} %Y`;
}

function isClock(value: unknown): boolean {
  return value === "now" || value === "today";
}

function toInstant(value: unknown, timezone: string): number | undefined {
  if (isClock(value)) return Date.now();
  if (typeof value === "number") return value * 1000;
  if (value instanceof Date) return value.getTime();
  if (value === undefined || value === null) return undefined;
  return parseDate(String(value), timezone);
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Dates as a language writes them: `26 February 2025`, `2025年2月26日`; `short`: without the year. */
function dateFormat(lang: string, timeZone: string, short: boolean): Intl.DateTimeFormat {
  const key = `${lang} ${timeZone} ${short}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const options: Intl.DateTimeFormatOptions = short ? { month: "short", day: "numeric" } : { dateStyle: "long" };
  // Plain `en` is American to `Intl`, with the month first and a comma.
  const format = new Intl.DateTimeFormat(lang === "en" ? "en-GB" : lang, { ...options, timeZone });
  formats.set(key, format);
  return format;
}
