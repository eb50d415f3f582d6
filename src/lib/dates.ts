import { instantOfLocal, offsetAt } from "./time-zone.js";

export { isTimezone } from "./time-zone.js";

/** What clocks and calendars of a time zone show at an instant. */
export interface ZonedParts {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** Minutes east of UTC. */
  readonly offsetMinutes: number;
  /** 0 is Sunday. */
  readonly weekday: number;
  /** 1 to 366. */
  readonly dayOfYear: number;
}

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/**
 * The instant (ms UTC) that a date as people write it means: ISO 8601 and its relatives, RFC 2822, `date(1)`'s output,
 * month names, day-first and Chinese dates, seconds or milliseconds since the epoch. Without an offset the time is local to
 * `timezone`, without a time it is that day at 00:00. Undefined for what is no date or no possible one (30 February is
 * never read as 2 March).
 */
export function parseDate(text: string, timezone: string): number | undefined {
  const written = text.trim();
  if (written.length < 8 || written.length > 64) return undefined;
  if (/^(?:\d{10}|\d{13})$/.test(written)) return Number(written) * (written.length === 10 ? 1000 : 1);
  const found = readDay(written);
  if (!found || !isPossible(found.day)) return undefined;
  const time = readTime(found.rest);
  if (!time) return undefined;
  const local = utc(found.day) + time.milliseconds;
  if (!time.zone) return instantOfLocal(local, timezone);
  const offset = readZone(time.zone, local, timezone);
  return offset === undefined ? undefined : local - offset;
}

/** `2025-02-26T22:55:23+08:00`: an instant (ms UTC) as ISO 8601 in a time zone. */
export function formatIso(instant: number, timezone: string): string {
  const offset = offsetAt(instant, timezone);
  const local = new Date(instant + offset).toISOString();
  const sign = offset < 0 ? "-" : "+";
  const minutes = Math.abs(offset) / 60_000;
  return `${local.slice(0, local.indexOf("."))}${sign}${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
}

/** The calendar date and time of an instant (ms UTC) in a time zone. */
export function zonedParts(instant: number, timezone: string): ZonedParts {
  const offset = offsetAt(instant, timezone);
  const local = new Date(instant + offset);
  const year = local.getUTCFullYear();
  const midnight = utc({ year, month: local.getUTCMonth() + 1, day: local.getUTCDate() });
  return {
    year,
    month: local.getUTCMonth() + 1,
    day: local.getUTCDate(),
    hour: local.getUTCHours(),
    minute: local.getUTCMinutes(),
    second: local.getUTCSeconds(),
    offsetMinutes: offset / 60_000,
    weekday: local.getUTCDay(),
    dayOfYear: Math.round((midnight - utc({ year, month: 1, day: 1 })) / 86_400_000) + 1,
  };
}

/** `2025-02-26` when the year, month and day name a day that exists, otherwise undefined. */
export function calendarDate(year: number, month: number, day: number): string | undefined {
  if (!isPossible({ year, month, day })) return undefined;
  return `${String(year).padStart(4, "0")}-${twoDigits(month)}-${twoDigits(day)}`;
}

type DayReader = (text: string) => { readonly day: Day; readonly rest: string } | undefined;

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

const dayReaders: readonly DayReader[] = [
  // 2025-02-26, 2025/2/6, 2025.02.26, 2025年2月26日
  pattern(/^(\d{4})([-/.]|年)(\d{1,2})([-/.]|月)(\d{1,2})日?(?!\d)/, ([, year, , month, , day]) => [year, month, day]),
  // 20250226, 20250226T225523
  pattern(/^(\d{4})(\d\d)(\d\d)(?=$|[T ])/, ([, year, month, day]) => [year, month, day]),
  // 25-08-2004; 08/25/2004 is only read with the month first when it cannot be the day
  pattern(/^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?!\d)/, ([, first, , second, year]) =>
    Number(second) > 12 ? [year, first, second] : [year, second, first],
  ),
  // Fri, 03 Sep 2021
  pattern(
    /^(?:[a-z]{3,9},?\s+)?(\d{1,2})(?:st|nd|rd|th)?[\s-]+([a-z]{3,9})\.?,?[\s-]+(\d{4})(?!\d)/i,
    ([, day, name, year]) => [year, monthNumber(name), day],
  ),
  // September 3, 2021
  pattern(
    /^(?:[a-z]{3,9},?\s+)?([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)/i,
    ([, name, day, year]) => [year, monthNumber(name), day],
  ),
  readUnixDate,
];

function readDay(text: string): ReturnType<DayReader> {
  for (const read of dayReaders) {
    const found = read(text);
    if (found) return found;
  }
  return undefined;
}

type Captures = readonly (string | undefined)[];
type YearMonthDay = readonly (string | number | undefined)[];

function pattern(regexp: RegExp, order: (captures: Captures) => YearMonthDay): DayReader {
  return (text) => {
    const match = regexp.exec(text);
    if (!match) return undefined;
    const [year, month, day] = order(match).map(Number);
    return { day: { year: year!, month: month!, day: day! }, rest: text.slice(match[0].length) };
  };
}

/** `Fri Sep  3 11:21:31 CEST 2021`: the year comes last. */
function readUnixDate(text: string): ReturnType<DayReader> {
  const match = /^[a-z]{3,9}\s+([a-z]{3,9})\s+(\d{1,2})\s+([\d:]+)\s+(?:(\S+)\s+)?(\d{4})$/i.exec(text);
  if (!match) return undefined;
  const day = { year: Number(match[5]), month: monthNumber(match[1]), day: Number(match[2]) };
  return { day, rest: ` ${match[3]} ${match[4] ?? ""}` };
}

function monthNumber(name: string | undefined): number {
  return months.indexOf(name?.slice(0, 3).toLowerCase() ?? "") + 1;
}

/** Hours may be followed by doubled colons, as a script once wrote them, and `Z` may stand where `T` belongs. */
const timePattern =
  /^(?:\s*[TZ,]\s*|\s+(?:at\s+)?|(?=上午|下午))(上午|下午)?\s*(\d{1,2})(?:::?|时|時)(\d{1,2})(?:(?:::?|分)(\d{1,2})秒?(?:[.,](\d{1,9})\d*)?)?分?\s*([ap]\.?m\.?(?![a-z]))?\s*(.*)$/i;

function readTime(rest: string): { readonly milliseconds: number; readonly zone: string } | undefined {
  if (rest.trim() === "") return { milliseconds: 0, zone: "" };
  const match = timePattern.exec(withColons(rest));
  if (!match) return undefined;
  const [separator, chineseHalf, hourText, minute, second = "0", fraction = "", englishHalf, zone = ""] = match;
  const hour = hourOfDay(Number(hourText), chineseHalf ?? englishHalf);
  if (hour === undefined || Number(minute) > 59 || Number(second) > 59) return undefined;
  const seconds = hour * 3600 + Number(minute) * 60 + Number(second);
  const milliseconds = seconds * 1000 + Number(fraction.padEnd(3, "0").slice(0, 3));
  return { milliseconds, zone: zone.trim() || (/^\s*Z/i.test(separator) ? "Z" : "") };
}

/** `T225523` with colons. */
function withColons(time: string): string {
  return time.replace(
    /^T(\d\d)(\d\d)(\d\d)?(?!\d)/,
    (_, hour, minute, second = "00") => `T${hour}:${minute}:${second}`,
  );
}

function hourOfDay(hour: number, half: string | undefined): number | undefined {
  if (!half) return hour < 24 ? hour : undefined;
  if (hour > 12 || (hour === 0 && /^[ap]/i.test(half))) return undefined;
  return (hour % 12) + (half === "下午" || /^p/i.test(half) ? 12 : 0);
}

/** Hours east of UTC of the abbreviations that occur in dates; `CST` is China's in Chinese time zones. */
const abbreviations: Readonly<Record<string, number>> = {
  z: 0,
  utc: 0,
  gmt: 0,
  wet: 0,
  bst: 1,
  west: 1,
  cet: 1,
  cest: 2,
  eet: 2,
  eest: 3,
  msk: 3,
  ist: 5.5,
  hkt: 8,
  sgt: 8,
  jst: 9,
  kst: 9,
  aest: 10,
  aedt: 11,
  nzst: 12,
  nzdt: 13,
  est: -5,
  edt: -4,
  cst: -6,
  cdt: -5,
  mst: -7,
  mdt: -6,
  pst: -8,
  pdt: -7,
};

/** Milliseconds east of UTC of `+0800`, `-04:00`, `GMT+8`, `CEST`, `(UTC)`, `Asia/Shanghai`; undefined if there is no such zone. */
function readZone(zone: string, local: number, siteTimezone: string): number | undefined {
  const numeric = /^(?:UTC|GMT)?\s*([+-])(\d{1,2}):?(\d\d)?(?:\s*\(.*\))?$/i.exec(zone);
  if (numeric) {
    const hours = Number(numeric[2]);
    const minutes = Number(numeric[3] ?? 0);
    if (hours > 15 || minutes > 59) return undefined;
    return (numeric[1] === "-" ? -1 : 1) * (hours * 60 + minutes) * 60_000;
  }
  const name = zone.replace(/^\((.*)\)$/, "$1");
  if (name.includes("/")) return offsetOfNamedZone(name, local);
  const key = name.toLowerCase();
  if (!Object.hasOwn(abbreviations, key)) return undefined;
  const chinese = key === "cst" && offsetAt(local, siteTimezone) === 8 * 3_600_000;
  return chinese ? 8 * 3_600_000 : abbreviations[key]! * 3_600_000;
}

function offsetOfNamedZone(name: string, local: number): number | undefined {
  try {
    return local - instantOfLocal(local, name);
  } catch {
    return undefined;
  }
}

function isPossible({ year, month, day }: Day): boolean {
  return year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

function daysInMonth(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function utc({ year, month, day }: Day): number {
  // `Date.UTC` takes the years 0 to 99 for 1900 to 1999.
  return new Date(0).setUTCFullYear(year, month - 1, day);
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}
