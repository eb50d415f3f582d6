import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { jekyllSite } from "./site.js";

const files = {
  "assets/main.scss": "---\n---\n@import 'base';\n.page { color: {{ site.ink }}; }\n",
  "_sass/_base.scss": ".base { a { b: c; } }\n",
};

it("a style sheet in Sass is compiled after Liquid, and has a map that names no folder of this machine", async () => {
  const site = jekyllSite({ ...files, "_config.yml": "ink: red\n" });
  await site.build();
  expect(site.read("assets/main.css")).toBe(
    ".base a {\n  b: c;\n}\n\n.page {\n  color: red;\n}\n\n/*# sourceMappingURL=main.css.map */",
  );
  const map = JSON.parse(site.read("assets/main.css.map"));
  expect(map).toMatchObject({ version: 3, file: "main.css", sources: ["_sass/_base.scss", "assets/main.scss"] });
});

it.each([
  ["never", false],
  ["always", true],
  ["development", true],
])("sourcemap: %s", async (sourcemap, expected) => {
  const site = jekyllSite({
    ...files,
    "_config.yml": `sass: {style: compressed, sourcemap: ${sourcemap}}\nink: red\n`,
  });
  const { written } = await site.build();
  expect(written.added.includes("assets/main.css.map")).toBe(expected);
  const css = ".base a{b:c}.page{color:red}";
  expect(site.read("assets/main.css")).toBe(expected ? `${css}/*# sourceMappingURL=main.css.map */` : css);
});

it("a theme's style sheets stand behind the site's own", async () => {
  const site = jekyllSite({ ...files, "_config.yml": "theme: leaf\nink: red\nsass: {sourcemap: never}\n" });
  const theme = join(site.folder, "_themes/leaf/_sass/_base.scss");
  mkdirSync(dirname(theme), { recursive: true });
  writeFileSync(theme, ".theme { a: b; }");
  await site.build();
  expect(site.read("assets/main.css")).toContain(".base a");
  site.write("assets/main.scss", "---\n---\n@import 'only';\n");
  writeFileSync(join(site.folder, "_themes/leaf/_sass/_only.scss"), ".only { a: b; }");
  await site.build();
  expect(site.read("assets/main.css")).toBe(".only {\n  a: b;\n}");
});

it("a site in which its theme is made is the theme itself", async () => {
  const config = "theme: leaf\nink: red\nsass: {sourcemap: never}\n";
  const site = jekyllSite({ ...files, "_config.yml": config, "leaf.gemspec": "" });
  expect((await site.build()).ok).toBe(true);
  expect(site.read("assets/main.css")).toContain(".base a");
});

it("a page imports the style sheet of its own name from _sass, and none from beside it", async () => {
  const site = jekyllSite({
    "assets/main.scss": "---\n---\n@import 'main';\n",
    "assets/_part.scss": "b { color: red; }\n",
    "_sass/main.scss": "a { color: red; }\n",
  });
  await site.build();
  expect(site.read("assets/main.css")).toContain("a {");
  site.write("assets/main.scss", "---\n---\n@import 'part';\n");
  const { ok, messages } = await site.build();
  expect(ok).toBe(false);
  expect(messages.map(({ reason }) => reason).join()).toContain("Can't find stylesheet to import.");
});

it("a document's style sheet has no map, and a fault in it names its file", async () => {
  const config = "collections: {looks: {output: true}}\n";
  const site = jekyllSite({ "_config.yml": config, "_looks/a.scss": "---\n---\na { b: c }\n" });
  await site.build();
  expect(site.read("looks/a.css")).toBe("a {\n  b: c;\n}");
  site.write("b.scss", "---\n---\na { b: $none }\n");
  const { messages } = await site.build();
  expect(messages.map(({ reason }) => reason).join()).toContain(
    "Conversion error: Jekyll::Converters::Scss encountered an error while converting 'b.scss': Undefined variable.",
  );
});
