import { parseDate } from "../lib/dates.js";
import type { Status } from "../model/front-matter.js";
import type { Message } from "../model/message.js";
import { normalizeKey } from "./keys.js";
import { readName } from "./text.js";
import type { Entry } from "./value.js";

/** The value of a key for dates is none; it may be only the time zone that nobody knows. */
export function invalidDate({ key, value, line, column }: Entry, file: string): Message {
  const written = readName(value) ?? "";
  const zone = unknownZone(written);
  return {
    severity: "warning",
    ...(zone === undefined
      ? {
          ruleId: "invalid-date",
          reason: `The value of "${key}" is no date that exists: ${written.slice(0, 40)}`,
          note: "Write it as 2025-02-26 22:55:23 +0800",
        }
      : {
          ruleId: "invalid-time-zone",
          reason: `The date in "${key}" is not read, because "${zone.slice(0, 40)}" is no time zone`,
          note: "Write the zone as its hours from UTC, such as +0800, or leave it out for the site's own",
        }),
    file,
    line,
    column,
  };
}

/** What stands behind a date that is one without it. */
function unknownZone(written: string): string | undefined {
  const [, date, zone] = /^(.*?\d)\s*([+-]\d[\d:]*|[A-Za-z][\w/+-]*)$/.exec(written) ?? [];
  return date !== undefined && parseDate(date, "UTC") !== undefined ? zone : undefined;
}

/** Two keys disagree about a field of which a post has one. */
export function conflict(
  field: string,
  key: string,
  winner: string,
  place: Pick<Message, "file" | "line" | "column">,
): Message {
  return {
    severity: "info",
    ruleId: "conflicting-keys",
    reason: `"${key}" says something else about the post's ${field} than the ${winner}, which counts`,
    note: "Delete the key that is wrong",
    ...place,
  };
}

/** A post that only some may read would be published for everyone. */
export function passwordProblem({ key, value }: Entry, status: Status = "published"): Message | undefined {
  if (normalizeKey(key) !== "password" || value === null || value === "" || value === false) return undefined;
  if (status !== "published") return undefined;
  return {
    severity: "error",
    ruleId: "password",
    reason: "The post asks for a password, but a static site cannot: it would be published for everyone",
    note: "Set `published: false`, or delete the password if everyone may read the post",
  };
}
