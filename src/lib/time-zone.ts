const week = 7 * 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();
const offsetsAtWeekStart = new Map<string, Map<number, number>>();

/** Whether `name` is a time zone that this machine knows: `Asia/Shanghai`, `UTC`. */
export function isTimezone(name: string): boolean {
  try {
    format(name);
    return true;
  } catch {
    return false;
  }
}

/**
 * Offset of a time zone from UTC at an instant (ms UTC), in ms and rounded to whole minutes: before standard time, zones
 * had offsets with seconds, which ISO 8601 cannot write. Throws RangeError for an unknown zone.
 */
export function offsetAt(instant: number, timezone: string): number {
  if (timezone === "UTC") return 0;
  if (/^[+-]/.test(timezone)) return fixedOffset(timezone);
  // Asking Intl costs microseconds, and no zone changes its offset twice within a week.
  const start = Math.floor(instant / week);
  const before = offsetAtWeekStart(start, timezone);
  return before === offsetAtWeekStart(start + 1, timezone) ? before : computeOffset(instant, timezone);
}

/**
 * The instant (ms UTC) at which clocks of a zone show a local time (given as if it were UTC). A time that a clock change
 * skips is read with the offset before the change, one that occurs twice is the first: as Temporal's "compatible".
 */
export function instantOfLocal(local: number, timezone: string): number {
  const day = 86_400_000;
  const before = local - offsetAt(local - day, timezone);
  const after = local - offsetAt(local + day, timezone);
  const isShownAt = (instant: number) => instant + offsetAt(instant, timezone) === local;
  return isShownAt(before) || !isShownAt(after) ? before : after;
}

function offsetAtWeekStart(start: number, timezone: string): number {
  const offsets = offsetsAtWeekStart.get(timezone) ?? new Map<number, number>();
  offsetsAtWeekStart.set(timezone, offsets);
  const offset = offsets.get(start) ?? computeOffset(start * week, timezone);
  offsets.set(start, offset);
  return offset;
}

function computeOffset(instant: number, timezone: string): number {
  const fields = { era: "", year: 0, month: 0, day: 0, hour: 0, minute: 0, second: 0 };
  for (const { type, value } of format(timezone).formatToParts(instant)) {
    if (type === "era") fields.era = value;
    else if (type in fields) fields[type as "year"] = Number(value);
  }
  const year = fields.era.startsWith("B") ? 1 - fields.year : fields.year;
  const local = new Date(0);
  local.setUTCFullYear(year, fields.month - 1, fields.day);
  local.setUTCHours(fields.hour, fields.minute, fields.second);
  return Math.round((local.getTime() - Math.floor(instant / 1000) * 1000) / 60_000) * 60_000;
}

function format(timezone: string): Intl.DateTimeFormat {
  let cached = formats.get(timezone);
  if (!cached) {
    const numeric = "numeric" as const;
    cached = new Intl.DateTimeFormat("en-US", {
      timeZone: timezone,
      calendar: "gregory",
      hourCycle: "h23",
      era: "short",
      year: numeric,
      month: numeric,
      day: numeric,
      hour: numeric,
      minute: numeric,
      second: numeric,
    });
    formats.set(timezone, cached);
  }
  return cached;
}

/** Not every version of Node lets `Intl` take `+02:00` for a zone. */
function fixedOffset(timezone: string): number {
  const [hours, minutes] = timezone.slice(1).split(":").map(Number);
  return (timezone.startsWith("-") ? -1 : 1) * ((hours ?? 0) * 60 + (minutes ?? 0)) * 60_000;
}
