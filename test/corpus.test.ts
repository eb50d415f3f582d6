import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { build } from "../src/build.js";
import { parseAny } from "../src/html/parse.js";
import { parseWellNested } from "../src/html/well-nested.js";

const corpus = process.env.PUMICE_CORPUS;
const sources = corpus && existsSync(corpus) ? readdirSync(corpus) : [];

describe.skipIf(sources.length === 0)("real posts (skipped unless PUMICE_CORPUS names a folder of sources)", () => {
  it.each(sources)("%s builds, and every post has its page", async (source) => {
    const site = mkdtempSync(join(tmpdir(), "pumice-corpus-"));
    try {
      symlinkSync(join(corpus!, source), join(site, "posts"));
      const result = await build({ source: site });
      expect(result.messages.filter(({ severity }) => severity === "error")).toEqual([]);
      const files = readdirSync(join(corpus!, source)).length;
      expect(result.counts.posts + result.skipped.length).toBe(files);
      for (const { output } of result.site.posts) expect(existsSync(join(site, "_site", output))).toBe(true);
    } finally {
      rmSync(site, { recursive: true, force: true });
    }
  });

  it("whatever of them is read as well-nested is the tree of the standard's parser, and that is most of them", () => {
    const texts = sources.flatMap((source) =>
      readdirSync(join(corpus!, source)).map((name) => readFileSync(join(corpus!, source, name), "utf8")),
    );
    const read = texts.filter((text) => {
      const tree = parseWellNested(text);
      if (tree) expect(JSON.stringify(tree)).toBe(JSON.stringify(parseAny(text)));
      return tree;
    });
    expect(read.length).toBeGreaterThan(texts.length * 0.8);
  });
});
