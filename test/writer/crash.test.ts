import * as nodeFs from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { FileSystem } from "../../src/lib/file-system.js";
import { UserError } from "../../src/model/message.js";
import { makeFolder, readFolder } from "./folder.js";
import { placeOf, writeSite } from "./site.js";

const before = {
  "index.html": "old home",
  "same.html": "same",
  "gone/deep/x.html": "gone",
  about: "was a file",
  "tags/c/index.html": "was a folder",
};
const after = {
  "index.html": "new home",
  "same.html": "same",
  "about/index.html": "now a folder",
  tags: "now a file",
  "posts/2025/a.html": "a",
  "posts/2025/b.html": "b",
};

/** Calls the real functions until the k-th call, which and whose successors fail. */
function failingFs(k: number, failure: () => Error, stopsAll: boolean): { fs: FileSystem; calls: () => number } {
  let calls = 0;
  const fs = new Proxy(nodeFs, {
    get(target, name: keyof FileSystem) {
      return (...parameters: unknown[]) => {
        calls += 1;
        if (calls === k || (stopsAll && calls > k)) throw failure();
        return (target[name] as (...parameters: unknown[]) => unknown)(...parameters);
      };
    },
  });
  return { fs, calls: () => calls };
}

function prepare(): string {
  const source = makeFolder({ "_site/mine.txt": "mine" });
  writeSite(source, before);
  return source;
}

const siteOf = (source: string) => readFolder(join(source, "_site"));
const withMine = (files: Record<string, string>) => ({ ...files, "mine.txt": "mine" });

const callsOfOneBuild = (() => {
  const { fs, calls } = failingFs(Number.POSITIVE_INFINITY, () => new Error(), true);
  writeSite(prepare(), after, fs);
  return calls();
})();

describe("a build that dies while it publishes", () => {
  test("has enough places to die at", () => expect(callsOfOneBuild).toBeGreaterThan(30));

  test.each(Array.from({ length: callsOfOneBuild }, (_, k) => k + 1))("at call %i is completed by the next", (k) => {
    const source = prepare();
    const { fs } = failingFs(k, () => new Error("killed"), true);
    expect(() => writeSite(source, after, fs)).toThrow("killed");
    if (!nodeFs.existsSync(placeOf(source).journal))
      expect([withMine(before), withMine(after)]).toContainEqual(siteOf(source));
    expectWholeFiles(siteOf(source));
    writeSite(source, after);
    expect(siteOf(source)).toEqual(withMine(after));
    expect(nodeFs.existsSync(placeOf(source).journal)).toBe(false);
  });

  test.each(Array.from({ length: callsOfOneBuild }, (_, k) => k + 1))("at call %i and wants another site next", (k) => {
    const source = prepare();
    expect(() => writeSite(source, after, failingFs(k, () => new Error("killed"), true).fs)).toThrow("killed");
    // And once more, while the next build completes the work.
    dieAt(Math.ceil(k / 2), source, before);
    writeSite(source, before);
    expect(siteOf(source)).toEqual(withMine(before));
  });
});

describe.each(["ENOSPC", "EACCES", "EMFILE", "EROFS", "EIO"])("a disk that answers %s", (code) => {
  test("at any call gives a clear message, and the next build succeeds", () => {
    for (let k = 1; k <= callsOfOneBuild; k += 1) {
      const source = prepare();
      const failure = () => Object.assign(new Error(`${code}: no`), { code });
      try {
        writeSite(source, after, failingFs(k, failure, false).fs);
      } catch (error) {
        expect(error, `call ${k}: ${String(error)}`).toBeInstanceOf(UserError);
        if (!nodeFs.existsSync(placeOf(source).journal)) expect(siteOf(source)).toEqual(withMine(before));
      }
      writeSite(source, after);
      expect(siteOf(source)).toEqual(withMine(after));
    }
  });
});

/** The build may have less than k calls to make. */
function dieAt(k: number, source: string, files: Record<string, string>): void {
  try {
    writeSite(source, files, failingFs(k, () => new Error("killed"), true).fs);
  } catch (error) {
    expect((error as Error).message).toContain("killed");
  }
}

/** Old or new, but never a part of either. */
function expectWholeFiles(site: Record<string, string>): void {
  const known = new Set([...Object.values(before), ...Object.values(after), "mine"]);
  for (const text of Object.values(site)) expect(known).toContain(text);
}
