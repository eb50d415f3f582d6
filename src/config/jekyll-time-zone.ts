import { isTimezone } from "../lib/dates.js";
import type { Message } from "../model/message.js";

interface TimeZone {
  /** IANA name. */
  readonly zone: string;
  readonly messages: readonly Message[];
}

/** Names of three letters that the C library has: the others that `Intl` knows mean nothing to Jekyll. */
const shortNames = new Set("CET EET EST GMT HST MET MST PRC ROC ROK UCT UTC WET".split(" "));

/**
 * The zone that `timezone` in the configuration names, or the machine's. Jekyll hands the name to the C library: `UTC-3` is
 * three hours east, by the rule of POSIX, and what names no zone is UTC.
 */
export function timeZoneOf(written: unknown): TimeZone {
  if (typeof written !== "string" || written === "")
    return { zone: Intl.DateTimeFormat().resolvedOptions().timeZone, messages: [] };
  if (isTimezone(written) && (!/^[A-Z]{3}$/.test(written) || shortNames.has(written)))
    return { zone: written, messages: [] };
  const [, sign, hours] = /^[A-Za-z]{3,}([-+]?)(1?\d)$/.exec(written) ?? [];
  if (hours) return { zone: `Etc/GMT${sign || "+"}${hours}`, messages: [] };
  const reason = `There is no time zone ${written}: as in Jekyll, times are those of UTC`;
  return { zone: "UTC", messages: [{ severity: "warning", ruleId: "time-zone", reason, file: "_config.yml" }] };
}
