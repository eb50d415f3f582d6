import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { XMLValidator } from "fast-xml-parser";
import type { Element, Nodes } from "hast";
import { describe, expect, it } from "vitest";
import { build } from "../../src/build.js";
import { parseHtml } from "../../src/html/parse.js";
import { createReport } from "../../src/report.js";
import { payloads } from "./payloads.js";
import { configWith, postWith, siteWith } from "./site.js";

/** File names take no slash; the others are all tried. */
const nameOf = (payload: string): string => payload.replaceAll("/", "∕").slice(0, 80);

async function buildWithPayloads(): Promise<{ site: string; printed: string }> {
  const posts = payloads.flatMap((payload, index) => [
    [`posts/2020-01-02-${index}.html`, postWith(payload)],
    [`posts/2020-01-02-m${index}.md`, postWith(payload)],
    [`posts/${nameOf(payload)}.html`, "<p>A file of this name.</p>"],
  ]);
  const source = siteWith({ "_config.yml": configWith(payloads[3]!), ...Object.fromEntries(posts) });
  const result = await build({ source });
  expect(result.messages.filter(({ severity }) => severity === "error")).toEqual([]);
  let printed = "";
  const sink = { write: (text: string) => (printed += text) };
  createReport({ stdout: sink, stderr: sink, env: { GITHUB_ACTIONS: "true" } }, { verbose: true }).build(result);
  return { site: join(source, "_site"), printed };
}

describe("payloads through every door of a site", () => {
  it("are text in pages, lists, feeds and the terminal", async () => {
    const { site, printed } = await buildWithPayloads();
    const files = readdirSync(site, { recursive: true, encoding: "utf8" });
    const pages = files.filter((file) => file.endsWith(".html"));
    expect(pages.length).toBeGreaterThan(payloads.length * 3);
    const dangers = pages.flatMap((file) => dangersIn(parseHtml(readFileSync(join(site, file), "utf8")), file));
    expect(dangers).toEqual([]);
    for (const file of files.filter((name) => name.endsWith(".xml"))) {
      expect(XMLValidator.validate(readFileSync(join(site, file), "utf8")), file).toBe(true);
    }
    expect(JSON.parse(readFileSync(join(site, "feed.json"), "utf8")).items.length).toBeGreaterThan(0);
    expect(printed).not.toMatch(/[\0-\x08\x0b-\x1f\x7f-\x9f]/);
  });

  it("would be noticed", () => {
    for (const html of [
      "<script>x</script>",
      "<img onerror=x>",
      "<a href=' javascript:x'>y</a>",
      "<iframe src=x>",
      "<svg><set to=x /></svg>",
    ]) {
      expect(dangersIn(parseHtml(html), "x")).toHaveLength(1);
    }
  });
});

/** Scripts that are files of the site, data for search engines, and drawings of nothing but shapes are the theme's own. */
function isOwn({ tagName, properties, children }: Element): boolean {
  if (tagName === "svg") return children.every(isShape);
  if (tagName !== "script") return false;
  if (properties.type === "application/ld+json") return true;
  return /^\/(?!\/)/.test(String(properties.src)) && children.length === 0;
}

function isShape(node: Nodes): boolean {
  if (node.type !== "element") return node.type === "text";
  return /^(?:circle|path|rect|line|text|g)$/.test(node.tagName) && node.children.every(isShape);
}

function dangersIn(node: Nodes, file: string): readonly string[] {
  const own = node.type === "element" ? dangersOf(node).map((danger) => `${file}: ${danger}`) : [];
  return "children" in node ? [...own, ...node.children.flatMap((child) => dangersIn(child, file))] : own;
}

function dangersOf(element: Element): readonly string[] {
  const { tagName, properties } = element;
  const bad = Object.entries(properties).filter(
    ([name, value]) =>
      /^(?:on|srcDoc)/.test(name) || /^[\s\0-\x20]*(?:javascript|vbscript|data:text)/i.test(String(value)),
  );
  const isShown = (name: string): boolean => /^(?:content|alt|title|datetime|ariaLabel)$/i.test(name);
  return [
    ...(/^(?:script|iframe|object|embed|base|style|svg)$/.test(tagName) && !isOwn(element) ? [tagName] : []),
    ...bad
      .filter(([name]) => !isShown(name))
      .map(([name, value]) => `${tagName} ${name}=${String(value).slice(0, 40)}`),
  ];
}
