import * as fs from "node:fs";
import { join, resolve, sep } from "node:path";
import { acquireLock } from "./lock.js";
import { readManifest } from "./manifest.js";
import { openStateFolder, type Place, placeIn, realPathOf } from "./place.js";
import { removeOwnFiles } from "./prune.js";

export interface RemovedBuilds {
  /** Number of files that are gone. */
  readonly removed: number;
  /** Destinations outside the site that were not named, and so were left alone. */
  readonly left: readonly string[];
}

/**
 * Removes what builds have written: the files of every destination within the site, and of `destination` if given, then the
 * site's `.pumice` folder. Foreign files stay. Throws a `UserError` while a build is running.
 */
export async function removeBuilds(source: string, destination?: string): Promise<RemovedBuilds> {
  const site = realPathOf(resolve(source));
  if (!fs.existsSync(join(site, ".pumice"))) return { removed: 0, left: [] };
  const state = openStateFolder(site);
  const unlock = await acquireLock(state);
  try {
    const places = placesOf(state, site);
    const named = destination === undefined ? undefined : realPathOf(resolve(destination));
    const isMeant = (place: Place) => place.destination.startsWith(site + sep) || place.destination === named;
    const removed = places.filter(isMeant).reduce((sum, place) => sum + removeBuild(place), 0);
    const left = places.filter((place) => !isMeant(place));
    removeState(state, left);
    return { removed, left: left.map((place) => place.destination) };
  } finally {
    unlock();
    removeIfEmpty(state);
  }
}

function placesOf(state: string, site: string): readonly Place[] {
  const sites = join(state, "sites");
  if (!fs.existsSync(sites)) return [];
  return fs.readdirSync(sites).flatMap((key) => {
    const { destination } = readManifest(join(sites, key, "manifest.json"));
    return destination === undefined
      ? []
      : [placeIn(join(sites, key), realPathOf(resolve(site, destination)), destination)];
  });
}

function removeBuild(place: Place): number {
  const paths = [...readManifest(place.manifest).files.keys()];
  const isThere = (path: string) => fs.existsSync(join(place.destination, path));
  const before = paths.filter(isThere);
  removeOwnFiles(place.destination, paths, fs);
  removeIfEmpty(place.destination);
  return before.filter((path) => !isThere(path)).length;
}

/** The cache and all manifests but those of the destinations that were left alone. */
function removeState(state: string, left: readonly Place[]): void {
  const kept = left.map((place) => place.folder);
  const children = [
    ...childrenOf(state).filter((path) => !/\bsites$|\block$/.test(path)),
    ...childrenOf(join(state, "sites")),
  ];
  for (const path of children) if (!kept.includes(path)) fs.rmSync(path, { recursive: true, force: true });
  removeIfEmpty(join(state, "sites"));
}

const childrenOf = (folder: string) =>
  fs.existsSync(folder) ? fs.readdirSync(folder).map((name) => join(folder, name)) : [];

function removeIfEmpty(folder: string): void {
  try {
    fs.rmdirSync(folder);
  } catch {
    // Foreign files are in it, or it was never there.
  }
}
