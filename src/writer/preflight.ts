import { accessSync, constants, readdirSync } from "node:fs";
import { join } from "node:path";
import { foldersOf, lookAt } from "../lib/file-system.js";
import { type Message, UserError } from "../model/message.js";
import type { Place } from "./place.js";
import type { StagedFile } from "./stage.js";

/**
 * Looks for everything that would stop the publishing half way: a link or a foreign file where the site needs a folder, a
 * foreign folder where it needs a file, a folder without write permission. Throws one `UserError` that names them all.
 */
export function assertPublishable(place: Place, staged: readonly StagedFile[], removed: ReadonlySet<string>): void {
  if (!lookAt(place.destination)) return;
  const folders = new Set(staged.flatMap((file) => foldersOf(file.path)));
  const touched = new Set(
    staged.filter(isNew).map((file) => file.path.slice(0, Math.max(0, file.path.lastIndexOf("/")))),
  );
  const problems = [
    ...[...folders].flatMap((folder) => judgeFolder(place.destination, folder, removed)),
    ...[...touched].flatMap((folder) => judgePermission(place.destination, folder)),
    ...staged.filter(isNew).flatMap((file) => judgeFile(place.destination, file.path, removed)),
  ];
  if (problems.length > 0) throw new UserError(problems);
}

const isNew = (file: StagedFile) => file.state !== "unchanged";

function judgeFolder(destination: string, folder: string, removed: ReadonlySet<string>): readonly Message[] {
  const stats = lookAt(join(destination, folder));
  if (!stats || stats.isDirectory() || removed.has(folder)) return [];
  const kind = stats.isSymbolicLink() ? "a symbolic link" : "a file that Pumice did not write";
  return [blocked(folder, `The site needs the folder \`${folder}\` in the destination, where there is ${kind}`)];
}

function judgeFile(destination: string, path: string, removed: ReadonlySet<string>): readonly Message[] {
  if (!lookAt(join(destination, path))?.isDirectory()) return [];
  const foreign = filesIn(destination, path).find((file) => !removed.has(file));
  if (foreign === undefined) return [];
  return [
    blocked(path, `The site needs the file \`${path}\`, where a folder holds \`${foreign}\`, which Pumice keeps`),
  ];
}

function judgePermission(destination: string, folder: string): readonly Message[] {
  try {
    accessSync(join(destination, folder), constants.W_OK);
    return [];
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === "ENOENT" || code === "ENOTDIR") return [];
    return [
      {
        severity: "error",
        ruleId: "cannot-write",
        reason: `The folder \`${folder || "."}\` of the destination cannot be written (${code})`,
        note: "Give yourself the right to write there, or choose another destination with `-d`",
      },
    ];
  }
}

function blocked(path: string, reason: string): Message {
  return {
    severity: "error",
    ruleId: "blocked-output",
    reason,
    note: `Move \`${path}\` out of the destination, or choose another one with \`-d\``,
  };
}

function filesIn(destination: string, folder: string): readonly string[] {
  return readdirSync(join(destination, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? filesIn(destination, path) : [path];
  });
}
