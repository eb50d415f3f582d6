import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { findOwnCode } from "../config/own-code.js";
import { shortHash } from "../lib/hash.js";
import { programFingerprint } from "../lib/program-fingerprint.js";
import type { BuildOptions } from "../model/build.js";
import { tellingFolders } from "./find-shape.js";

/**
 * What a build shall do, as a text: equal for builds that would make the same site of the same files. Paths are relative to
 * the site, which may lie elsewhere tomorrow.
 */
function wishesOf(options: BuildOptions): string {
  const { source = ".", destination, config, onProgress, profile, clean, force, ...wishes } = options;
  const below = (path: string) => relative(resolve(source), resolve(path));
  const paths = [destination === undefined ? null : below(destination), config?.map(below) ?? null];
  const names = Object.keys(wishes).sort() as (keyof typeof wishes)[];
  return JSON.stringify([paths, names.map((name) => [name, wishes[name]])]);
}

/** Where the record of such a build lies. Each set of options has its own, so that they do not push each other out. */
export function recordFile(state: string, options: BuildOptions): string {
  return join(state, "builds", `${shortHash(wishesOf(options))}.json`);
}

/** Hash of the program, the options and the bytes of the configuration files: all that a build depends on but the files. */
export function buildKey(options: BuildOptions): string {
  const source = resolve(options.source ?? ".");
  const hash = createHash("sha256").update(`${programFingerprint()}\0${wishesOf(options)}`);
  const named = options.config?.map((file) => resolve(file));
  for (const file of named ?? [join(source, "_config.yml"), join(source, "_config.yaml")]) {
    hash.update("\0").update(bytesOf(file) ?? "none");
  }
  // A new folder may turn the site into one of Jekyll's.
  for (const folder of tellingFolders) hash.update(existsSync(join(source, folder)) ? "+" : "-");
  hash.update(`\0${findOwnCode(source)?.hash ?? ""}`);
  return hash.digest("base64url");
}

function bytesOf(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}
