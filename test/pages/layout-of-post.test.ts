import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { build } from "../../src/build.js";

let source: string;

beforeEach(() => {
  source = mkdtempSync(join(tmpdir(), "pumice-layout-"));
  mkdirSync(join(source, "posts"));
  for (const slug of ["one", "two"]) {
    writeFileSync(
      join(source, "posts", `2020-01-02-${slug}.md`),
      `---\ntitle: Post ${slug}\nlayout: news_item\n---\n<p>Text of ${slug}.</p>\n`,
    );
  }
});

afterEach(() => rmSync(source, { recursive: true, force: true }));

const pageOf = (slug: string): string => readFileSync(join(source, `_site/2020/01/02/${slug}.html`), "utf8");

it("a post whose layout the site does not have gets the built-in one, with one warning for all", async () => {
  const { messages } = await build({ source });
  expect(pageOf("one")).toContain('itemprop="articleBody"');
  expect(pageOf("one")).toContain("<h1");
  expect(messages.filter(({ ruleId }) => ruleId === "unknown-layout")).toEqual([
    expect.objectContaining({ severity: "warning", reason: expect.stringContaining("2 posts use `post`") }),
  ]);
});

it("a layout of the site's own is used, and nobody is warned", async () => {
  mkdirSync(join(source, "layouts"));
  writeFileSync(join(source, "layouts", "news_item.html"), "<main>OWN {{ content }}</main>");
  const { messages } = await build({ source });
  expect(pageOf("two")).toContain("OWN <p>Text of two.</p>");
  expect(messages.filter(({ ruleId }) => ruleId === "unknown-layout")).toEqual([]);
});
