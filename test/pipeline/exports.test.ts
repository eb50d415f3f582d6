import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { cleanHtml } from "../../src/index.js";

const fixtures = new URL("../fixtures/exports/", import.meta.url);

describe("Markdown as exporters and old generators have it", () => {
  for (const name of readdirSync(fixtures)) {
    it(name, async () => {
      const input = readFileSync(new URL(`${name}/input.md`, fixtures), "utf8");
      const { html } = cleanHtml(input, { path: "2020-01-01-post.md" });
      await expect(`${html.trimEnd()}\n`).toMatchFileSnapshot(new URL(`${name}/expected.html`, fixtures).pathname);
    });
  }
});
