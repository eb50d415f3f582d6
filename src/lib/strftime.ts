import { type ZonedParts, zonedParts } from "./dates.js";
import { zoneAbbreviation } from "./zone-abbreviation.js";

const months = "January February March April May June July August September October November December".split(" ");
const days = "Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split(" ");

/**
 * An instant (ms UTC) in a time zone by a pattern of Ruby's `strftime`, names in English as in Jekyll. LiquidJS's own asks
 * `Intl` for a new format each time, a quarter of a millisecond for each date.
 */
export function strftime(instant: number, timezone: string, pattern: string): string {
  const time = { ...zonedParts(instant, timezone), instant, timezone };
  return format(time, pattern);
}

interface Time extends ZonedParts {
  readonly instant: number;
  readonly timezone: string;
}

function format(time: Time, pattern: string): string {
  return pattern.replace(/%([-_0^#:]*)(\d{0,2})([a-zA-Z%])/g, (whole, flags: string, width: string, letter: string) => {
    if (letter === "z")
      return offset(time.offsetMinutes, flags.includes(":") ? ":" : "") + (flags.includes("::") ? ":00" : "");
    if (letter === "N") return `${milliseconds(time)}000000`.slice(0, Number(width) || 9);
    const directive = directives[letter];
    if (directive === undefined) return whole;
    const value = directive(time);
    return withCase(typeof value === "string" ? value : pad(value, flags, Number(width)), flags);
  });
}

const milliseconds = ({ instant }: Time): string => String(((instant % 1000) + 1000) % 1000).padStart(3, "0");

/** Texts, or a number with its usual width and what fills it up. */
type Directive = (time: Time) => string | Padded;
type Padded = readonly [value: number, width: number, filler?: " "];

const directives: Readonly<Record<string, Directive>> = {
  Y: ({ year }) => [year, 4],
  C: ({ year }) => [Math.floor(year / 100), 2],
  y: ({ year }) => [year % 100, 2],
  m: ({ month }) => [month, 2],
  B: ({ month }) => months[month - 1]!,
  b: ({ month }) => months[month - 1]!.slice(0, 3),
  h: ({ month }) => months[month - 1]!.slice(0, 3),
  d: ({ day }) => [day, 2],
  e: ({ day }) => [day, 2, " "],
  j: ({ dayOfYear }) => [dayOfYear, 3],
  H: ({ hour }) => [hour, 2],
  k: ({ hour }) => [hour, 2, " "],
  I: ({ hour }) => [hour % 12 || 12, 2],
  l: ({ hour }) => [hour % 12 || 12, 2, " "],
  M: ({ minute }) => [minute, 2],
  S: ({ second }) => [second, 2],
  L: milliseconds,
  p: ({ hour }) => (hour < 12 ? "AM" : "PM"),
  P: ({ hour }) => (hour < 12 ? "am" : "pm"),
  A: ({ weekday }) => days[weekday]!,
  a: ({ weekday }) => days[weekday]!.slice(0, 3),
  u: ({ weekday }) => [weekday || 7, 1],
  w: ({ weekday }) => [weekday, 1],
  U: ({ dayOfYear, weekday }) => [Math.floor((dayOfYear + 6 - weekday) / 7), 2],
  W: ({ dayOfYear, weekday }) => [Math.floor((dayOfYear + 6 - ((weekday + 6) % 7)) / 7), 2],
  V: (time) => [isoWeek(time).week, 2],
  G: (time) => [isoWeek(time).year, 4],
  g: (time) => [isoWeek(time).year % 100, 2],
  Z: ({ instant, timezone, offsetMinutes }) => zoneAbbreviation(instant, timezone, offsetMinutes),
  s: ({ instant }) => [Math.floor(instant / 1000), 1],
  q: ({ day }) => ordinalSuffix(day),
  n: () => "\n",
  t: () => "\t",
  "%": () => "%",
  D: (time) => format(time, "%m/%d/%y"),
  v: (time) => format(time, "%e-%^b-%Y"),
  x: (time) => format(time, "%m/%d/%y"),
  F: (time) => format(time, "%Y-%m-%d"),
  T: (time) => format(time, "%H:%M:%S"),
  X: (time) => format(time, "%H:%M:%S"),
  R: (time) => format(time, "%H:%M"),
  r: (time) => format(time, "%I:%M:%S %p"),
  c: (time) => format(time, "%a %b %e %H:%M:%S %Y"),
};

function pad([value, usual, filler = "0" as " "]: Padded, flags: string, width: number): string {
  if (flags.includes("-")) return String(value);
  const fill = flags.includes("_") ? " " : flags.includes("0") ? "0" : filler;
  return String(value).padStart(width || usual, fill);
}

function withCase(text: string, flags: string): string {
  if (flags.includes("^")) return text.toUpperCase();
  if (!flags.includes("#")) return text;
  return text === text.toUpperCase() ? text.toLowerCase() : text.toUpperCase();
}

function offset(minutes: number, separator: string): string {
  const absolute = Math.abs(Math.round(minutes));
  const twoDigits = (value: number): string => String(value).padStart(2, "0");
  return `${minutes < 0 ? "-" : "+"}${twoDigits(Math.floor(absolute / 60))}${separator}${twoDigits(absolute % 60)}`;
}

/** The week belongs to the year in which its Thursday lies. */
function isoWeek({ year, month, day, weekday }: ZonedParts): { readonly year: number; readonly week: number } {
  const thursday = new Date(Date.UTC(year, month - 1, day - ((weekday + 6) % 7) + 3));
  const first = Date.UTC(thursday.getUTCFullYear(), 0, 1);
  return { year: thursday.getUTCFullYear(), week: Math.floor((thursday.getTime() - first) / 604_800_000) + 1 };
}

function ordinalSuffix(day: number): string {
  if (day >= 11 && day <= 13) return "th";
  return ["th", "st", "nd", "rd"][day % 10] ?? "th";
}
