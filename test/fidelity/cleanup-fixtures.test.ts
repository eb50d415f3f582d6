import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { comparePost } from "../../fidelity/compare-post.mjs";
import { cleanHtml } from "../../src/index.js";

const fixtures = new URL("../fixtures/cleanups/", import.meta.url);

/** What a fixture shows on purpose, and the reading cannot know. */
const intended: Readonly<Record<string, readonly string[]>> = {
  "csdn-centred-captions": ["false space: 喝茶的 杯子"],
  "csdn-maths": ["formulas rendered: \\end{cases}"],
  // A style sheet set the link apart.
  "enlighter-double": ["words: javaview"],
  // One list with what was two, the second of which began with two.
  "generic-cards": ["list starts: start2"],
  "google-docs-lists": ["list starts: start2"],
  "generic-nested-lists": ["list entries: a"],
  // To a browser the words behind the bracket are attributes of a <b>, and the code ends there.
  "generic-stray-brackets": ["code: while (i", "code: Plain flags are no words."],
  // The title is said in the wrapper and again in the text.
  "medium-export": ["text: Sixcups"],
  "wordpress-maths": ["formulas rendered: \\noidea{x}"],
};

/** What the independent reading finds in a fixture: nothing lost, nothing left behind. */
function measure(name: string): readonly string[] {
  const source = readFileSync(new URL(`${name}/input.html`, fixtures), "utf8");
  const { html, title = "" } = cleanHtml(source, { lang: name.startsWith("csdn") ? "zh-CN" : "en" });
  const page = `<!doctype html><html lang="en"><head><title>${title || "Fixture"}</title></head><body><main><article><h1>${title}</h1><div itemprop="articleBody">${html}</div></article></main></body></html>`;
  const { samples } = comparePost({ source, extension: ".html", page });
  return samples.map(({ kind, sample }) => `${kind}: ${sample}`);
}

describe("nothing in the cleanups' fixtures is lost", () => {
  it.each(readdirSync(fixtures))("%s", (name) => {
    expect(measure(name)).toEqual(intended[name] ?? []);
  });
});
