import * as nodeFs from "node:fs";
import { join } from "node:path";
import type { FileSystem } from "../../src/lib/file-system.js";
import type { Written } from "../../src/model/build.js";
import { openPlace, openStateFolder, type Place } from "../../src/writer/place.js";
import { finishInterrupted, publish } from "../../src/writer/publish.js";
import { clearStage, createStager } from "../../src/writer/stage.js";

export function placeOf(source: string, destination = join(source, "_site")): Place {
  return openPlace(openStateFolder(source), source, destination);
}

/** What a build does with its outputs (path → text), from the interrupted work of the last one to the new site. */
export function writeSite(source: string, files: Readonly<Record<string, string>>, fs: FileSystem = nodeFs): Written {
  const place = placeOf(source);
  finishInterrupted(place, fs);
  clearStage(place);
  const stage = createStager(place);
  return publish(place, { staged: Object.entries(files).map(([path, contents]) => stage({ path, contents })) }, fs);
}
