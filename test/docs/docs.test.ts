import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { check } from "../../src/check.js";
import { commandsReference, configurationReference, frontMatterReference } from "./reference.js";

const root = join(import.meta.dirname, "../..");

test("the reference says what the program does now", async () => {
  await expect(configurationReference()).toMatchFileSnapshot("../../docs/configuration.md");
  await expect(await commandsReference()).toMatchFileSnapshot("../../docs/commands.md");
  await expect(frontMatterReference()).toMatchFileSnapshot("../../docs/front-matter.md");
});

test("the documentation is a site without a broken link", async () => {
  const { messages, posts } = await check({ source: join(root, "docs-site") });
  const documents = readdirSync(join(root, "docs"), { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".md"),
  );
  expect(posts).toBe(documents.length);
  expect(messages.filter(({ severity }) => severity !== "info")).toEqual([]);
});

test("its start page leads to every document", () => {
  const start = readFileSync(join(root, "docs-site/pages/index.md"), "utf8");
  const linked = [...start.matchAll(/"(\/[\w/-]+\/)" \| relative_url/gi)].map(([, path]) => path!.slice(1, -1)).sort();
  const documents = readdirSync(join(root, "docs"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .map((name) => name.replaceAll("\\", "/").slice(0, -".md".length));
  expect(linked).toEqual(documents.sort());
});
