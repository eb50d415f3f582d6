import { instantOfLocal, offsetAt } from "../time-zone.js";
import { type DateParts, datePartsOf } from "./date-parts.js";
import { RubyTime } from "./time.js";

/**
 * A text as Ruby's `Time.parse` reads it, which finds a moment in nearly everything: a day without a year is one of this
 * year, 30 February is 2 March or the day before. Without a zone that Ruby knows the time is local to `zone`. Undefined
 * where Ruby refuses.
 */
export function parseRubyTime(text: string, zone: string): RubyTime | undefined {
  const parts = datePartsOf(text);
  const { year, month, day, dayOfYear, hour } = parts;
  if ([year, month, day, dayOfYear, hour].every((part) => part === undefined)) return undefined;
  const whole = completed(parts, zone);
  const local = whole && localTime(whole);
  if (whole === undefined || local === undefined) return undefined;
  const offset = parts.zone === undefined ? undefined : offsetOf(parts.zone, whole.year, zone);
  if (offset === undefined) return new RubyTime(instantOfLocal(local, zone), zone);
  const instant = local - offset;
  const isUtc = /^(?:z|utc?|gmt|-00:?00)$/i.test(parts.zone!);
  return new RubyTime(instant, isUtc ? "UTC" : offsetAt(instant, zone) === offset ? zone : offsetName(offset));
}

/** Year, month, day and time of clocks. */
interface Clock {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour?: number;
  readonly minute?: number;
  readonly second?: number;
  readonly fraction?: number;
}

/**
 * Milliseconds of a local time as if it were UTC's. A day that its month does not have is one of the next; undefined for what
 * no month has, or no day.
 */
export function localTime({
  year,
  month,
  day,
  hour = 0,
  minute = 0,
  second = 0,
  fraction = 0,
}: Clock): number | undefined {
  const isPossible = month >= 1 && month <= 12 && day >= 1 && day <= 31 && hour <= 24 && minute <= 59 && second <= 60;
  if (!isPossible || (hour === 24 && minute + second > 0)) return undefined;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  date.setUTCHours(hour, minute, second, Math.floor(fraction * 1000));
  return date.getTime();
}

/** What is missing above what is there is today's; what is missing below, the first. Undefined for a day that no year has. */
function completed(parts: DateParts, zone: string): Clock | undefined {
  const now = Date.now();
  const today = new Date(now + offsetAt(now, zone));
  const { year = today.getUTCFullYear(), dayOfYear, month: written, ...rest } = parts;
  if (dayOfYear !== undefined) {
    const date = new Date(Date.UTC(2000, 0, 1));
    date.setUTCFullYear(year, 0, dayOfYear);
    if (date.getUTCFullYear() !== year) return undefined;
    return { ...rest, year, month: date.getUTCMonth() + 1, day: date.getUTCDate() };
  }
  const isOfThisYear = parts.year === undefined;
  const month = written ?? (isOfThisYear ? today.getUTCMonth() + 1 : 1);
  const day = parts.day ?? (isOfThisYear && written === undefined ? today.getUTCDate() : 1);
  return { ...rest, year, month, day };
}

/** Hours east of UTC of the zones that Ruby knows everywhere. */
const knownZones: Readonly<Record<string, number>> = {
  UTC: 0,
  UT: 0,
  GMT: 0,
  Z: 0,
  EST: -5,
  EDT: -4,
  CST: -6,
  CDT: -5,
  MST: -7,
  MDT: -6,
  PST: -8,
  PDT: -7,
};

/** Milliseconds east of UTC; undefined for a name that means nothing in the site's zone. */
function offsetOf(written: string, year: number, siteZone: string): number | undefined {
  const name = written.toUpperCase();
  const numeric = /^([+-])(\d\d):?(\d\d)?$/.exec(name);
  if (numeric) {
    const minutes = Number(numeric[2]) * 60 + Number(numeric[3] ?? 0);
    return (numeric[1] === "-" ? -minutes : minutes) * 60_000;
  }
  if (Object.hasOwn(knownZones, name)) return knownZones[name]! * 3_600_000;
  const ofYear = [Date.UTC(year, 0, 1), Date.UTC(year, 6, 1)].map((instant) => new RubyTime(instant, siteZone));
  const named = ofYear.find((time) => time.format("%Z").toUpperCase() === name);
  return named && offsetAt(named.instant, siteZone);
}

function offsetName(offset: number): string {
  const minutes = Math.abs(offset) / 60_000;
  const digits = [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, "0"));
  return `${offset < 0 ? "-" : "+"}${digits.join(":")}`;
}
