/** Where English as it is spoken there has a name for the zone that English elsewhere has not. */
const locales = ["en-US", "en-GB", "en-AU", "en-IN", "en-ZA", "ja-JP"];

/** Zones whose short name is in the database of time zones, and in no locale. */
const others: Readonly<Record<string, readonly [standard: string, summer?: string]>> = {
  "Asia/Shanghai": ["CST"],
  "Asia/Chongqing": ["CST"],
  "Asia/Taipei": ["CST"],
  "Asia/Macau": ["CST"],
  "Asia/Hong_Kong": ["HKT"],
  "Asia/Seoul": ["KST"],
  "Asia/Manila": ["PST"],
  "Asia/Jakarta": ["WIB"],
  "Asia/Karachi": ["PKT"],
  "Asia/Jerusalem": ["IST", "IDT"],
  "Europe/Moscow": ["MSK"],
  "Africa/Lagos": ["WAT"],
  "Africa/Nairobi": ["EAT"],
  "Australia/Eucla": ["+0845"],
  "Africa/Cairo": ["EET", "EEST"],
};

const known = new Map<string, string>();

/**
 * The short name of a time zone at an instant (ms UTC) as the system's database has it: `EDT`, `CEST`, `CST`. Zones without a
 * name have their offset (minutes east of UTC) there: `+0845`, `-03`.
 */
export function zoneAbbreviation(instant: number, zone: string, offset: number): string {
  if (zone === "UTC" || /^[-+]/.test(zone)) return zone === "UTC" ? "UTC" : offsetName(offset);
  const key = `${zone} ${offset}`;
  const name = known.get(key) ?? named(instant, zone, offset);
  known.set(key, name);
  return name;
}

function named(instant: number, zone: string, offset: number): string {
  const own = others[zone];
  if (own) return (isSummer(instant, zone) ? own[1] : undefined) ?? own[0];
  const names = locales.map((locale) => shortName(instant, zone, locale));
  return names.find((name) => !name.startsWith("GMT+") && !name.startsWith("GMT-")) ?? offsetName(offset);
}

function shortName(instant: number, zone: string, locale: string): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: "short" }).formatToParts(instant);
  return parts.find(({ type }) => type === "timeZoneName")?.value ?? "GMT+0";
}

function isSummer(instant: number, zone: string): boolean {
  const long = new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "long" }).formatToParts(instant);
  return /Summer|Daylight/.test(long.find(({ type }) => type === "timeZoneName")?.value ?? "");
}

function offsetName(minutes: number): string {
  const size = Math.abs(minutes);
  const rest = size % 60;
  const hours = String(Math.floor(size / 60)).padStart(2, "0");
  return `${minutes < 0 ? "-" : "+"}${hours}${rest === 0 ? "" : String(rest).padStart(2, "0")}`;
}
