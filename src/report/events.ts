import type { BuildResult } from "../model/build.js";
import type { CheckResult } from "../model/check.js";
import { countBySeverity, type Message } from "../model/message.js";

/** What `--json` prints: one JSON object a line, each with its kind as `event`. */
export type ReportEvent = { readonly event: string } & Readonly<Record<string, unknown>>;

export function messageEvent({ severity, ruleId, reason, note, file, line, column }: Message): ReportEvent {
  return { event: "message", severity, code: ruleId, message: reason, hint: note, file, line, col: column };
}

/** Every file that changed, every post that was left out, and a summary at the end. */
export function* resultEvents(result: BuildResult): Iterable<ReportEvent> {
  for (const message of result.messages) yield messageEvent(message);
  for (const skipped of result.skipped) yield { event: "skipped", ...skipped };
  for (const removal of result.removals) yield { event: "removal", ...removal };
  for (const change of ["added", "changed", "removed"] as const) {
    for (const path of result.written[change]) yield { event: "file", change, path };
  }
  if (result.profile) yield { event: "profile", ...result.profile };
  yield {
    event: "summary",
    ok: result.ok,
    destination: result.config.destination,
    ...result.counts,
    skipped: result.skipped.length,
    added: result.written.added.length,
    changed: result.written.changed.length,
    removed: result.written.removed.length,
    unchanged: result.written.unchanged,
    milliseconds: Math.round(result.milliseconds),
  };
}

/** Every message, and how many there are of each severity at the end. */
export function* checkEvents({ messages, mended, posts, pages, milliseconds }: CheckResult): Iterable<ReportEvent> {
  for (const { path, edits } of mended) {
    for (const edit of edits) yield { event: "mended", file: path, ...edit };
  }
  for (const message of messages) yield messageEvent(message);
  const { error, warning, info } = countBySeverity(messages);
  yield {
    event: "summary",
    ok: error === 0,
    posts,
    pages,
    errors: error,
    warnings: warning,
    infos: info,
    milliseconds: Math.round(milliseconds),
  };
}
