import { UserError } from "../model/message.js";

/**
 * Checks that a path of the destination stays inside it on every system: relative, `/` between its names, no empty name,
 * `.` or `..`. Whether a folder on the way is a link is the publisher's check.
 */
export function assertOutputPath(path: string): void {
  const fault = faultOf(path);
  if (fault === undefined) return;
  throw new UserError([
    {
      severity: "error",
      ruleId: "unsafe-output",
      reason: `The output path ${JSON.stringify(path)} ${fault}`,
      note: "Every file of the site must lie inside the destination: look for this path among the permalinks and slugs",
    },
  ]);
}

/** The same as a question, for paths that come from a file of ours which somebody may have edited. */
export function isOutputPath(path: unknown): path is string {
  return typeof path === "string" && faultOf(path) === undefined;
}

function faultOf(path: string): string | undefined {
  if (path === "") return "is empty";
  if (/[\0-\x1f\x7f]/.test(path)) return "has a control character";
  if (path.includes("\\")) return "has a backslash, which separates folders on Windows";
  if (path.startsWith("/") || /^[a-z]:/i.test(path)) return "is absolute";
  if (/(?:^|\/)\.{1,2}(?:\/|$)/.test(path)) return "leads out of its folder by `.` or `..`";
  if (path.endsWith("/") || path.includes("//")) return "has a name that is empty";
  return undefined;
}
