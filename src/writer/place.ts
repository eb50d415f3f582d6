import { lstatSync, mkdirSync, readdirSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { shortHash } from "../lib/hash.js";
import { UserError } from "../model/message.js";

/** Where the writer keeps what belongs to one destination. Plain data with absolute paths, so that it can cross threads. */
export interface Place {
  /** Without links on the way. */
  readonly destination: string;
  /** The same relative to the site's source, with `/`. */
  readonly name: string;
  readonly folder: string;
  /** What the last build wrote. */
  readonly manifest: string;
  /** The manifest of a build whose publishing is under way. */
  readonly nextManifest: string;
  /** Exists while a publishing is under way. */
  readonly journal: string;
  /** The files to be published: the ones that the destination lacks, and the ones that replace others. */
  readonly stage: { readonly folder: string; readonly added: string; readonly changed: string };
}

/** The site's own folder for caches, manifests and the lock. Throws a `UserError` when it is a link. */
export function openStateFolder(source: string): string {
  const folder = join(source, ".pumice");
  if (lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink()) throw linkedStateFolder();
  if (mkdirSync(folder, { recursive: true }) !== undefined) writeFileSync(join(folder, ".gitignore"), "*\n");
  removeLinks(folder);
  return folder;
}

/** A link in it is none of ours, and what is written through it would land in somebody's files. */
function removeLinks(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isSymbolicLink()) rmSync(path);
    else if (entry.isDirectory()) removeLinks(path);
  }
}

/** Names the writer's files for a destination. `state` is the site's `.pumice`; nothing is created but its folder. */
export function openPlace(state: string, source: string, destination: string): Place {
  const real = realPathOf(destination);
  // The relative path, so that a state folder restored elsewhere, as by the caches of CI services, still fits.
  const name = relative(realPathOf(source), real).replaceAll("\\", "/");
  const folder = join(state, "sites", shortHash(name));
  mkdirSync(folder, { recursive: true });
  return placeIn(folder, real, name);
}

/** The same for a folder of `sites/` that is there already. */
export function placeIn(folder: string, destination: string, name: string): Place {
  const stage = stageFolderFor(folder, destination);
  return {
    destination,
    name,
    folder,
    manifest: join(folder, "manifest.json"),
    nextManifest: join(folder, "manifest.next.json"),
    journal: join(folder, "journal.json"),
    stage: { folder: stage, added: join(stage, "added"), changed: join(stage, "changed") },
  };
}

/** Follows the links of the part of a path that exists. */
export function realPathOf(path: string): string {
  try {
    return realpathSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT" || dirname(path) === path) throw error;
    return join(realPathOf(dirname(path)), basename(path));
  }
}

/** Files can only be renamed within one file system: where the destination is on another one, the stage goes beside it. */
function stageFolderFor(folder: string, destination: string): string {
  const near = nearestFolder(destination);
  if (lstatSync(near).dev === lstatSync(folder).dev) return join(folder, "stage");
  return join(near === destination ? destination : near, `.pumice-stage-${basename(folder)}`);
}

function nearestFolder(path: string): string {
  return lstatSync(path, { throwIfNoEntry: false }) ? path : nearestFolder(dirname(path));
}

function linkedStateFolder(): UserError {
  return new UserError(
    [
      {
        severity: "error",
        ruleId: "linked-state-folder",
        reason: "The site's folder `.pumice` is a symbolic link",
        note: "Remove the link: Pumice makes the folder itself",
      },
    ],
    2,
  );
}
