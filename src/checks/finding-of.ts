import type { Finding } from "../model/finding.js";
import type { Severity } from "../model/message.js";
import { spellingsOf } from "./spellings.js";

/** Something in a body: an address as its author wrote it. */
export interface Occurrence {
  readonly written: string;
}

interface Words {
  readonly one: string;
  readonly many: (count: number) => string;
  readonly note: string;
  readonly severity?: Severity;
}

const named = 3;

/** One finding for all the places of a file that have the same problem, at the first of them; none for no place. */
export function findingOf(
  ruleId: string,
  file: string,
  places: readonly Occurrence[],
  { one, many, note, severity = "warning" }: Words,
): readonly Finding[] {
  const [first] = places;
  if (!first) return [];
  const distinct = [...new Set(places.map(({ written }) => shorten(written)))];
  const names = distinct.slice(0, named).join(", ") + (distinct.length > named ? " …" : "");
  const reason = `${places.length === 1 ? one : many(places.length)}: ${names}`;
  return [{ severity, ruleId, reason, note, file, near: { text: spellingsOf(first.written) } }];
}

function shorten(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 59)}…`;
}
