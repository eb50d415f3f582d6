import { existsSync, lstatSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { basename, dirname, join, relative, sep } from "node:path";
import type { Config } from "../model/config.js";
import { UserError } from "../model/message.js";
import { type Place, realPathOf } from "./place.js";

/**
 * Refuses, with a `UserError`, to write where a slip would cost somebody's files: the file system's root, the home folder,
 * the source or a folder around it, a content folder, and a folder with files that no earlier build made. `force` allows
 * the last one only.
 */
export function assertSafeDestination(
  config: Pick<Config, "source" | "destination" | "folders">,
  place: Place,
  force = false,
): void {
  const fault = faultOf(realPathOf(config.source), place.destination, config.folders);
  if (fault) throw refusal(config.destination, fault, "Choose a folder of its own for the output, such as `_site`");
  if (force || basename(place.destination) === "_site" || existsSync(place.manifest) || existsSync(place.journal))
    return;
  if (isForeign(place.destination)) {
    throw refusal(
      config.destination,
      "has files in it that Pumice did not write",
      "Choose an empty folder, or build once with `--force`: foreign files are kept unless the site has a file of their name",
    );
  }
}

function faultOf(source: string, destination: string, folders: Config["folders"]): string | undefined {
  if (dirname(destination) === destination) return "is the root of the file system";
  if (destination === realPathOf(homedir())) return "is your home folder";
  if (destination === source) return "is the site's source";
  if (isInside(source, destination)) return "has the site's source inside";
  const stats = lstatSync(destination, { throwIfNoEntry: false });
  if (stats && !stats.isDirectory()) return "is not a folder";
  const content = [...Object.values(folders), ".pumice"].find(
    (folder) => folder !== "" && isInside(destination, join(source, folder), true),
  );
  return content === undefined ? undefined : `is inside \`${content}\`, which the site is made from`;
}

function isInside(path: string, folder: string, orSame = false): boolean {
  const way = relative(folder, path);
  if (way === "") return orSame;
  return way !== ".." && !way.startsWith(`..${sep}`) && !/^[a-z]:/i.test(way);
}

function isForeign(folder: string): boolean {
  if (!lstatSync(folder, { throwIfNoEntry: false })) return false;
  return readdirSync(folder).some((name) => !/^\.(?:git|DS_Store|pumice-stage-.*)$/.test(name));
}

function refusal(destination: string, fault: string, note: string): UserError {
  const reason = `The destination ${destination} ${fault}`;
  return new UserError([{ severity: "error", ruleId: "unsafe-destination", reason, note }], 2);
}
