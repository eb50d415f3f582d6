/** What a text says of a moment, as Ruby's `Date._parse` finds it; what it does not say is undefined. */
export interface DateParts {
  year?: number;
  month?: number;
  day?: number;
  dayOfYear?: number;
  hour?: number;
  minute?: number;
  second?: number;
  /** Of a second. */
  fraction?: number;
  zone?: string;
}

/** Takes what it understands out of a text and notes it; undefined if there is nothing. */
type Finder = (parts: DateParts) => { readonly pattern: RegExp; readonly note: (...groups: Groups) => void };
type Groups = readonly (string | undefined)[];

const months = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec";
const numberOfMonth = (name: string | undefined): number => months.split("|").indexOf(name!.toLowerCase()) + 1;
const era = "(?:c(?:e|\\.e\\.)|b(?:ce|\\.c\\.e\\.)|a(?:d|\\.d\\.)|b(?:c|\\.c\\.))?";

const weekday: Finder = () => ({ pattern: /\b(?:sun|mon|tue|wed|thu|fri|sat)[^-/\d\s]*/i, note: () => {} });

/** `10:30`, `10:30:15.5 pm +0200`, `3pm`, `10h30m`. */
const time: Finder = (parts) => ({
  pattern:
    /(\d+\s*:\s*\d+(?:\s*:\s*\d+(?:[,.]\d*)?)?(?:\s*[ap](?:m\b|\.m\.))?|\d+\s*h(?:\s*\d+m?(?:\s*\d+s?)?)?(?:\s*[ap](?:m\b|\.m\.))?|\d+\s*[ap](?:m\b|\.m\.))(?:\s*((?:gmt|utc?)?[-+]\d+(?:[,.:]\d+(?::\d+)?)?|[a-z.\s]+(?:standard|daylight)\stime\b|[a-z]+(?:\sdst)?\b))?/i,
  note: (clock, zone) => {
    const [hour, minute, second, fraction] = clock!.match(/\d+/g) ?? [];
    const half = /[ap]/i.exec(clock!)?.[0];
    const isLate = half?.toLowerCase() === "p";
    parts.hour = half === undefined ? Number(hour) : (Number(hour) % 12) + (isLate ? 12 : 0);
    if (minute !== undefined) parts.minute = Number(minute);
    if (second !== undefined) parts.second = Number(second);
    if (fraction) parts.fraction = Number(`0.${fraction}`);
    if (zone !== undefined) parts.zone = zone;
  },
});

/** Ways to write a day, each tried where the ones before found nothing. */
const days: readonly Finder[] = [
  // 3 Sep 2021
  (parts) => ({
    pattern: new RegExp(
      `'?(\\d+)[^-\\d\\s]*\\s*(${months})[^-\\d\\s']*(?:\\s*${era}\\s*('?-?\\d+(?:(?:st|nd|rd|th)\\b)?))?`,
      "i",
    ),
    note: (day, month, year) => noteDay(parts, year, String(numberOfMonth(month)), day),
  }),
  // September 3, 2021
  (parts) => ({
    pattern: new RegExp(`\\b(${months})[^-\\d\\s']*\\s*('?\\d+)[^-\\d\\s']*(?:\\s*,?\\s*${era}\\s*('?-?\\d+))?`, "i"),
    note: (month, day, year) => noteDay(parts, year, String(numberOfMonth(month)), day),
  }),
  // 2021-9-3
  (parts) => ({
    pattern: /('?[-+]?\d+)-(\d+)-('?-?\d+)/,
    note: (year, month, day) => noteDay(parts, year, month, day),
  }),
  // 3-Sep-2021
  (parts) => ({
    pattern: new RegExp(`('?-?\\d+)-(${months})[^-/.]*-('?-?\\d+)`, "i"),
    note: (day, month, year) => noteDay(parts, year, String(numberOfMonth(month)), day),
  }),
  // Sep-3-2021
  (parts) => ({
    pattern: new RegExp(`\\b(${months})[^-/.]*-('?-?\\d+)(?:-('?-?\\d+))?`, "i"),
    note: (month, day, year) => noteDay(parts, year, String(numberOfMonth(month)), day),
  }),
  // 2021/9/3
  (parts) => ({
    pattern: /('?-?\d+)\/\s*('?\d+)(?:\D\s*('?-?\d+))?/,
    note: (year, month, day) => noteDay(parts, year, month, day),
  }),
  // 2021.9.3
  (parts) => ({
    pattern: /('?-?\d+)\.\s*('?\d+)\.\s*('?-?\d+)/,
    note: (year, month, day) => noteDay(parts, year, month, day),
  }),
  // 2021-246
  (parts) => ({
    pattern: /\b(\d{4}|\d\d)-(\d{3})\b/,
    note: (year, dayOfYear) => {
      parts.year = completeYear(year!);
      parts.dayOfYear = Number(dayOfYear);
    },
  }),
  // '21
  (parts) => ({ pattern: /('\d+)\b/, note: (year) => noteDay(parts, year!, undefined, undefined) }),
  // September
  (parts) => ({
    pattern: new RegExp(`\\b(${months})\\S*`, "i"),
    note: (month) => noteDay(parts, undefined, String(numberOfMonth(month)), undefined),
  }),
  // 3rd
  (parts) => ({ pattern: /(\d+)(?:st|nd|rd|th)\b/i, note: (day) => noteDay(parts, undefined, undefined, day) }),
  // 20210903, 20210903T1030
  (parts) => ({
    pattern: /([-+]?)(\d{2,14})(?:\s*t?\s*(\d{2,6})?(?:[,.](\d*))?)?(z\b|[-+]\d{1,4}\b|\[[-+]?\d[^\]]*\])?/i,
    note: (_sign, digits, clock, _fraction, zone) => noteDigits(parts, digits!, clock, zone),
  }),
];

/** What Ruby's `Date._parse` finds in a text: the first thing that looks like a time, and one that looks like a day. */
export function datePartsOf(text: string): DateParts {
  const parts: DateParts = {};
  let rest = text.replace(/[^-+',./:@\p{L}\p{N}[\]]+/gu, " ");
  for (const find of [weekday, time]) rest = take(rest, find(parts)) ?? rest;
  for (const find of days) {
    const left = take(rest, find(parts));
    if (left === undefined) continue;
    rest = left;
    break;
  }
  noteLoneNumber(parts, rest);
  return parts;
}

function take(text: string, { pattern, note }: ReturnType<Finder>): string | undefined {
  const match = pattern.exec(text);
  if (!match) return undefined;
  note(...match.slice(1));
  return `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`;
}

/** Which of three numbers is the year shows its length: the last one of `3/9/2021`, where the first could be. */
function noteDay(parts: DateParts, ...written: Groups): void {
  let [year, month, day] = written;
  if (year !== undefined && month !== undefined && day === undefined) [year, month, day] = [undefined, year, month];
  if (year === undefined && isYear(day)) [year, day] = [day, year];
  // `21st` is no year.
  if (year !== undefined && /\d\D/.test(year)) [year, day] = [day, year];
  if (isYear(month)) [year, month, day] = [month, day, year];
  if (isYear(day)) [year, day] = [day, year];
  if (year !== undefined) parts.year = completeYear(year);
  if (month !== undefined) parts.month = numberIn(month);
  if (day !== undefined) parts.day = numberIn(day);
}

const isYear = (written: string | undefined): boolean => written !== undefined && /^'|^\D*\d{3}/.test(written);
const numberIn = (written: string): number => Number(/\d+/.exec(written)?.[0]);

/** `21` is 2021 and `69` 1969. */
function completeYear(written: string): number {
  const year = Number(/[-+]?\d+/.exec(written)?.[0]);
  const isShort = !/[-+]|\d{3}/.test(written);
  return isShort ? year + (year >= 69 ? 1900 : 2000) : year;
}

/** Digits without signs between them, by how many they are. */
function noteDigits(parts: DateParts, digits: string, clock: string | undefined, zone: string | undefined): void {
  const at = (from: number, length = 2): number | undefined =>
    digits.length >= from + length ? Number(digits.slice(from, from + length)) : undefined;
  const found: DateParts | undefined = {
    2: { day: at(0) },
    3: { dayOfYear: at(0, 3) },
    4: { month: at(0), day: at(2) },
    5: { year: completeYear(digits.slice(0, 2)), dayOfYear: at(2, 3) },
    6: { year: completeYear(digits.slice(0, 2)), month: at(2), day: at(4) },
    7: { year: at(0, 4), dayOfYear: at(4, 3) },
  }[digits.length] as DateParts | undefined;
  const isLong = digits.length >= 8 && digits.length % 2 === 0;
  const long = { year: at(0, 4), month: at(4), day: at(6), hour: at(8), minute: at(10), second: at(12) } as DateParts;
  const ofClock = (clock?.match(/\d\d/g) ?? []).map(Number);
  const [hour = isLong ? long.hour : undefined, minute = isLong ? long.minute : undefined, second] = ofClock;
  const all = { ...(isLong ? long : found), ...(ofClock.length > 0 ? { hour, minute, second } : {}) };
  for (const [name, value] of Object.entries(all)) if (value !== undefined) parts[name as "day"] = value as number;
  if (zone !== undefined) parts.zone = zone;
}

/** A number that is left over is the hour of a day, or the day of an hour. */
function noteLoneNumber(parts: DateParts, rest: string): void {
  const number = Number(/^\s*(\d{1,2})\s*$/.exec(rest)?.[1]);
  if (Number.isNaN(number)) return;
  if (parts.hour !== undefined && parts.day === undefined && number >= 1 && number <= 31) parts.day = number;
  if (parts.day !== undefined && parts.hour === undefined && number <= 24) parts.hour = number;
}
