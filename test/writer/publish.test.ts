import { existsSync, mkdirSync, readFileSync, rmSync, statSync, symlinkSync, utimesSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { UserError } from "../../src/model/message.js";
import { lookAtDestination } from "../../src/writer/altered.js";
import { readManifest } from "../../src/writer/manifest.js";
import { publish } from "../../src/writer/publish.js";
import { createStager } from "../../src/writer/stage.js";
import { addFiles, makeFolder, readFolder } from "./folder.js";
import { placeOf, writeSite } from "./site.js";

describe("publish", () => {
  test("writes a first site and says what it added", () => {
    const source = makeFolder();
    const written = writeSite(source, { "index.html": "home", "2025/02/aigc.html": "帖子" });
    expect(written).toEqual({ added: ["2025/02/aigc.html", "index.html"], changed: [], removed: [], unchanged: 0 });
    expect(readFolder(join(source, "_site"))).toEqual({ "2025/02/aigc.html": "帖子", "index.html": "home" });
  });

  test("writes texts of every length as they are", () => {
    const source = makeFolder();
    const files = { "a.html": "帖子".repeat(50_000), "b.html": "b", "c.html": "", "d.html": "石".repeat(87_381) };
    writeSite(source, files);
    expect(readFolder(join(source, "_site"))).toEqual(files);
    expect(writeSite(source, files).unchanged).toBe(4);
  });

  test("touches only what changed and keeps the time of the rest", () => {
    const source = makeFolder();
    writeSite(source, { "a.html": "same", "b.html": "old", "c/d.html": "gone" });
    const kept = join(source, "_site/a.html");
    utimesSync(kept, 1000, 1000);
    const written = writeSite(source, { "a.html": "same", "b.html": "new", "e.html": "more" });
    expect(written).toEqual({ added: ["e.html"], changed: ["b.html"], removed: ["c/d.html"], unchanged: 1 });
    expect(statSync(kept).mtimeMs).toBe(1_000_000);
    expect(existsSync(join(source, "_site/c"))).toBe(false);
  });

  test("keeps what somebody else put into the destination, also in a folder that loses all of ours", () => {
    const source = makeFolder();
    writeSite(source, { "tags/c/index.html": "c", "index.html": "home" });
    addFiles(join(source, "_site"), { CNAME: "example.org", "tags/c/notes.txt": "mine" });
    writeSite(source, { "index.html": "home" });
    expect(readFolder(join(source, "_site"))).toEqual({
      CNAME: "example.org",
      "index.html": "home",
      "tags/c/notes.txt": "mine",
    });
  });

  test("a file becomes a folder, and a folder a file", () => {
    const source = makeFolder();
    writeSite(source, { about: "file", "tags/c/index.html": "c" });
    writeSite(source, { "about/index.html": "folder", tags: "file" });
    expect(readFolder(join(source, "_site"))).toEqual({ "about/index.html": "folder", tags: "file" });
    expect(existsSync(join(source, ".pumice/sites"))).toBe(true);
  });

  test("files that are kept need not be staged", () => {
    const source = makeFolder();
    writeSite(source, { "a.html": "a", "b.html": "b" });
    const place = placeOf(source);
    const staged = [createStager(place)({ path: "a.html", contents: "A" })];
    expect(publish(place, { staged, kept: ["b.html"] })).toEqual({
      added: [],
      changed: ["a.html"],
      removed: [],
      unchanged: 1,
    });
    expect(readFolder(join(source, "_site"))).toEqual({ "a.html": "A", "b.html": "b" });
  });

  test("notices files that were changed or deleted by hand", () => {
    const source = makeFolder();
    writeSite(source, { "a.html": "a", "b.html": "b", "c.html": "c" });
    addFiles(join(source, "_site"), { "a.html": "A" });
    utimesSync(join(source, "_site/a.html"), 5, 5);
    rmSync(join(source, "_site/b.html"));
    const place = placeOf(source);
    expect([...lookAtDestination(place).altered]).toEqual(["a.html", "b.html"]);
    expect(writeSite(source, { "a.html": "a", "b.html": "b", "c.html": "c" }).changed).toEqual(["a.html"]);
    expect([...lookAtDestination(place).altered]).toEqual([]);
  });

  test("knows a file by its bytes when only its time is another, and remembers the new time", () => {
    const source = makeFolder();
    writeSite(source, { "a.html": "a" });
    utimesSync(join(source, "_site/a.html"), 5, 5);
    const place = placeOf(source);
    expect([...lookAtDestination(place).altered]).toEqual([]);
    expect(readManifest(place.manifest).files.get("a.html")).toMatchObject({ size: 1, modified: 5000 });
  });

  test("copies an asset once, and again when it changes", () => {
    const source = makeFolder({ "assets/x.css": "a{}" });
    const build = () => {
      const place = placeOf(source);
      return publish(place, {
        staged: [createStager(place)({ path: "x.css", copyFrom: join(source, "assets/x.css") })],
      });
    };
    expect(build().added).toEqual(["x.css"]);
    expect(build().unchanged).toBe(1);
    addFiles(source, { "assets/x.css": "b{}" });
    utimesSync(join(source, "assets/x.css"), 9, 9);
    expect(build().changed).toEqual(["x.css"]);
    expect(readFileSync(join(source, "_site/x.css"), "utf8")).toBe("b{}");
  });

  test.each(["../x", "a/../../x", "/etc/x", "a\\b", "C:/x", "a\0b", "", ".", "a//b", "a/", "./a", "a/.."])(
    "refuses the output path %j",
    (path) => {
      const source = makeFolder();
      expect(() => writeSite(source, { [path]: "x" })).toThrow(UserError);
      expect(readFolder(join(source, "_site"))).toEqual({});
    },
  );

  test("does not write, compare or remove through a link in the destination", () => {
    const elsewhere = makeFolder({ "index.html": "c" });
    const source = makeFolder();
    writeSite(source, { "index.html": "home" });
    symlinkSync(elsewhere, join(source, "_site/tags"));
    expect(() => writeSite(source, { "index.html": "new", "tags/index.html": "c" })).toThrow(/symbolic link/);
    expect(readFolder(elsewhere)).toEqual({ "index.html": "c" });
    expect(readFileSync(join(source, "_site/index.html"), "utf8")).toBe("home");
  });

  test("does not remove through a link that replaced a folder of ours", () => {
    const elsewhere = makeFolder({ "index.html": "precious" });
    const source = makeFolder();
    writeSite(source, { "index.html": "home", "tags/index.html": "c" });
    addFiles(source, {});
    writeSite(source, { "index.html": "home" });
    const place = placeOf(source);
    symlinkSync(elsewhere, join(source, "_site/tags"));
    addFiles(place.folder, { "manifest.json": '{"version":1,"files":[["tags/index.html",8,0],["../../x",1,1]]}' });
    writeSite(source, { "index.html": "home" });
    expect(readFolder(elsewhere)).toEqual({ "index.html": "precious" });
  });

  test("names every foreign thing that stands in the way, and changes nothing", () => {
    const source = makeFolder();
    writeSite(source, { "index.html": "home" });
    addFiles(join(source, "_site"), { tags: "a file", "feed.xml/mine.txt": "a folder" });
    const attempt = () => writeSite(source, { "index.html": "new", "tags/a.html": "x", "feed.xml": "x" });
    expect(attempt).toThrow(/`tags`[\s\S]*`feed.xml`/);
    expect(readFileSync(join(source, "_site/index.html"), "utf8")).toBe("home");
  });

  test("two outputs of one path are an error, and so is a file that is also a folder", () => {
    const source = makeFolder();
    const place = placeOf(source);
    const stage = createStager(place);
    const staged = [stage({ path: "a", contents: "1" }), stage({ path: "a", contents: "2" })];
    expect(() => publish(place, { staged })).toThrow(/Two pages/);
    expect(() => stage({ path: "a/b", contents: "3" })).toThrow(UserError);
  });

  test("an empty destination folder is taken, also one that is a link", () => {
    const real = makeFolder();
    const source = makeFolder();
    symlinkSync(real, join(source, "_site"));
    writeSite(source, { "a.html": "a" });
    writeSite(source, { "a.html": "b", "c/d.html": "d" });
    expect(readFolder(real)).toEqual({ "a.html": "b", "c/d.html": "d" });
    expect(statSync(join(source, "_site/c")).isDirectory()).toBe(true);
  });

  test("any sequence of sites leaves the last one, and what was never ours", () => {
    const name = fc.constantFrom("a", "b", "c", "ü", "标签");
    const path = fc.array(name, { minLength: 1, maxLength: 3 }).map((names) => names.join("/"));
    const site = fc.dictionary(path, fc.constantFrom("", "x", "yy", "长文"), { maxKeys: 8 }).map(withoutFileAndFolder);
    fc.assert(
      fc.property(fc.array(site, { minLength: 1, maxLength: 6 }), (sites) => {
        const source = makeFolder({ "_site/foreign/file.txt": "f", "_site/z.txt": "z" });
        mkdirSync(join(source, "_site/foreign/empty"));
        for (const files of sites) {
          writeSite(source, files);
          const { "foreign/file.txt": f, "z.txt": z, ...own } = readFolder(join(source, "_site"));
          expect({ f, z, own }).toEqual({ f: "f", z: "z", own: files });
        }
        expect(existsSync(join(source, "_site/foreign/empty"))).toBe(true);
        expect(existsSync(placeOf(source).stage.folder)).toBe(false);
      }),
      { numRuns: 150 },
    );
  });
});

/** Leaves out the files whose path another file needs as a folder. */
function withoutFileAndFolder(files: Record<string, string>): Record<string, string> {
  const paths = Object.keys(files);
  const good = paths.filter((path) => !paths.some((other) => other.startsWith(`${path}/`)));
  return Object.fromEntries(good.map((path) => [path, files[path]!]));
}
