import { expect, test } from "vitest";
import { noPageKeys, type PageKeys } from "../../src/cache/page-keys.js";
import type { Engine } from "../../src/layout/engine.js";
import type { Page } from "../../src/model/page.js";
import { createPageKeys } from "../../src/work/page-key.js";
import type { PageToRender, RenderSetup } from "../../src/work/tasks.js";

const setup = { maker: "", lang: "en", engine: { globals: { site: {} } } } as unknown as RenderSetup;

const engineOf = (texts: Readonly<Record<string, string>>) =>
  ({
    fingerprint: (layout: string) => texts[layout] ?? "",
    globalsUsed: () => [],
    textDependencies: () => ({ fingerprint: "", globals: [] }),
  }) as unknown as Engine;

/** A page that notes when somebody asks for its data. */
function makePage(output: string, kind: Page["kind"], asked: string[], hash?: string): PageToRender {
  const page = {
    kind,
    output,
    layout: kind,
    get data() {
      asked.push(output);
      return { title: output };
    },
    body: kind === "standalone" ? { type: "source", text: "", markdown: false } : { type: "none" },
  } as unknown as Page;
  return hash === undefined ? { page } : { page, hash };
}

/** The keys of a site of two posts, a list, an archive and a page of the owner's, and of which pages the data were asked for. */
function keysOf(posts: string, others: string, hashes: readonly string[], known?: PageKeys, layouts = {}) {
  const asked: string[] = [];
  const pages = [
    makePage("a.html", "post", asked, hashes[0]),
    makePage("b.html", "post", asked, hashes[1]),
    makePage("index.html", "home", asked, hashes[2]),
    makePage("archive.html", "archive", asked),
    makePage("about.html", "standalone", asked),
  ];
  const past = { keys: known ?? noPageKeys, keep: () => ({ offset: 0, length: 0, checksum: 0 }) };
  const made = createPageKeys(pages, engineOf(layouts), setup, past, { posts, others });
  const kept = pages.filter(made.isKept).map(({ page }) => page.output);
  const askedFirst = [...asked];
  for (const page of pages) if (!made.pages.has(page.page.output)) made.keyOf(page);
  return { made, asked, askedFirst, kept };
}

function remembered({ made }: ReturnType<typeof keysOf>): PageKeys {
  return {
    site: made.site,
    layouts: made.layouts,
    pages: new Map(Array.from(made.pages, ([path, key]) => [path, { ...key, checksum: 1 }])),
    pack: noPageKeys.pack,
  };
}

const first = keysOf("p", "l", ["1", "2", "3"]);
const owners = ["about.html"];

test("without a past, the data of all pages are looked at", () => {
  expect(first.asked).toEqual(["a.html", "b.html", "index.html", "archive.html", "about.html"]);
});

test("where the site is as it was, keys are too, and nobody asks for data but the owner's pages", () => {
  const again = keysOf("p", "l", ["1", "2", "3"], remembered(first));
  expect(again.asked).toEqual(owners);
  expect([...again.made.pages].map(([path, { key }]) => [path, key])).toEqual(
    [...first.made.pages].map(([path, { key }]) => [path, key]),
  );
  expect(again.kept).toEqual([...first.made.pages.keys()]);
});

test("a post that no other page shows costs its own page alone", () => {
  expect(keysOf("p", "l", ["1", "changed", "3"], remembered(first)).asked).toEqual(["b.html", ...owners]);
});

test("what lists show of posts costs the lists that show it, what other posts show of them all pages", () => {
  const again = keysOf("p", "changed", ["1", "changed", "changed"], remembered(first));
  expect(again.asked).toEqual(["b.html", "index.html", "archive.html", ...owners]);
  expect(keysOf("p", "changed", ["1", "changed", "3"], remembered(first)).asked).toEqual([
    "b.html",
    "archive.html",
    ...owners,
  ]);
  expect(keysOf("changed", "changed", ["1", "2", "3"], remembered(first)).asked).toEqual(first.asked);
});

test("another layout costs its pages and no others, and gives them other keys, for which nobody has to wait", () => {
  const again = keysOf("p", "l", ["1", "2", "3"], remembered(first), { post: "another" });
  expect(again.kept).toEqual(["index.html", "archive.html", "about.html"]);
  expect(again.askedFirst).toEqual(owners);
  expect(again.asked).toEqual([...owners, "a.html", "b.html"]);
  const changed = [...again.made.pages].filter(([path, { key }]) => key !== first.made.pages.get(path)!.key);
  expect(changed.map(([path]) => path)).toEqual(["a.html", "b.html"]);
});

test("where nobody knows what pages are made of, all are looked at", () => {
  const unknown = keysOf("", "", ["1", "2", "3"]);
  expect(keysOf("", "", ["1", "2", "3"], remembered(unknown)).asked).toEqual(first.asked);
});
