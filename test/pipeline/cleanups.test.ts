import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { cleanHtml } from "../../src/index.js";

const fixtures = new URL("../fixtures/cleanups/", import.meta.url);

describe("traits of the wild, by origin", () => {
  for (const name of readdirSync(fixtures)) {
    it(name, async () => {
      const input = readFileSync(new URL(`${name}/input.html`, fixtures), "utf8");
      const { html } = cleanHtml(input, { lang: name.startsWith("csdn") ? "zh-CN" : "en" });
      await expect(`${html.trimEnd()}\n`).toMatchFileSnapshot(new URL(`${name}/expected.html`, fixtures).pathname);
    });
  }
});
