import { toValue } from "liquidjs";
import { inspect } from "../../../lib/ruby/inspect.js";
import { parseRubyTime } from "../../../lib/ruby/parse-time.js";
import { RubyTime } from "../../../lib/ruby/time.js";
import { printed } from "../values.js";
import type { Filters } from "./urls.js";

/** Filters on dates, `zone` being the site's. */
export function dateFilters(zone: string): Filters {
  const formatted =
    (patternOf: (time: RubyTime, ...parameters: unknown[]) => string) =>
    (value: unknown, ...parameters: unknown[]): unknown => {
      if (printed(value) === "") return value;
      const time = timeOf(value, zone)?.in(zone);
      if (!time) throw new Error(`Invalid Date: '${inspect(toValue(value))}' is not a valid datetime.`);
      return new RubyTime(time.instant, zone).format(patternOf(time, ...parameters));
    };
  return {
    date: (value: unknown, pattern: unknown) => {
      const time = printed(pattern) === "" ? undefined : timeOf(value, zone);
      return time ? time.ofUtc.format(printed(pattern).replace(/%[%q]/g, onlyRubys)) : value;
    },
    date_to_xmlschema: formatted(() => "%Y-%m-%dT%H:%M:%S%:z"),
    date_to_rfc822: formatted(() => "%a, %d %b %Y %H:%M:%S %z"),
    date_to_string: formatted((_, type, style) => dayPattern("%b", type, style)),
    date_to_long_string: formatted((_, type, style) => dayPattern("%B", type, style)),
  };
}

/** Of `strftime` here `%q` is the ordinal's suffix, which Ruby has not. */
const onlyRubys = (directive: string): string => (directive === "%q" ? "%%q" : directive);

function dayPattern(month: string, type: unknown, style: unknown): string {
  if (type !== "ordinal") return `%d ${month} %Y`;
  return style === "US" ? `${month} %-d%q, %Y` : `%-d%q ${month} %Y`;
}

/** What Liquid takes for a date: a time, seconds since the epoch, `now` or a text, which keeps the zone that it names. */
export function timeOf(input: unknown, zone: string): RubyTime | undefined {
  const value = input instanceof RubyTime ? input : toValue(input);
  if (value instanceof RubyTime) return value;
  if (typeof value === "number" || (typeof value === "string" && /^\d+$/.test(value)))
    return new RubyTime(Number(value) * 1000, zone);
  if (typeof value !== "string") return undefined;
  if (/^(?:now|today)$/i.test(value)) return new RubyTime(Date.now(), zone);
  return parseRubyTime(value, zone);
}
