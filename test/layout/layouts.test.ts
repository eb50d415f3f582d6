import { symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createEngine } from "../../src/layout/engine.js";
import { unknownLayouts } from "../../src/layout/unknown-layouts.js";
import { OutOfTime, withinTime } from "../../src/lib/time-limit.js";
import { type Message, UserError } from "../../src/model/message.js";
import { SafeHtml } from "../../src/model/safe-html.js";
import { engineOf, folderWith, globals } from "./engine-of.js";
import { samplePages } from "./sample-pages.js";

const render = (files: Readonly<Record<string, string>>, layout = "a", page = {}) =>
  engineOf(files).render({ layout, page, content: new SafeHtml("<p>body</p>") });

function messageOf(action: () => unknown): Message {
  try {
    action();
  } catch (error) {
    if (error instanceof UserError) return error.messages[0]!;
    throw error;
  }
  throw new Error("nothing was thrown");
}

describe("nesting", () => {
  test("through front matter, inner data over outer", () => {
    const files = {
      "layouts/a.html": "---\nlayout: b\ncolour: red\n---\n<article>{{ content }}</article>",
      "layouts/b.html":
        "---\ncolour: blue\nwidth: 7\n---\n<main class={{ layout.colour }}-{{ layout.width }}>{{ content }}</main>",
    };
    expect(render(files)).toBe("<main class=red-7><article><p>body</p></article></main>");
  });

  test("in a folder, and to none", () => {
    const files = { "layouts/deep/a.html": "---\nlayout: none\n---\n[{{ content }}]" };
    expect(render(files, "deep/a")).toBe("[<p>body</p>]");
    expect(render(files, "none")).toBe("<p>body</p>");
  });

  test("an unknown layout stands for default", () => {
    expect(render({ "layouts/default.html": "<main>{{ content }}</main>" }, "fancy")).toBe("<main><p>body</p></main>");
  });

  test("one warning for each unknown layout", () => {
    const engine = engineOf({ "layouts/home.html": "" });
    const pages = Object.values(samplePages()).map((page) => ({
      ...page,
      layout: page.kind === "post" ? "fancy" : "home",
    }));
    const posts = pages.filter((page) => page.kind === "post");
    expect(unknownLayouts(engine, [...pages, ...posts])).toEqual([
      expect.objectContaining({
        severity: "warning",
        reason: `There is no layout \`fancy\`, so \`default\` is used (and ${2 * posts.length - 1} more)`,
        file: posts[0]!.source,
      }),
    ]);
  });

  test("a circle is an error", () => {
    const files = { "layouts/a.html": "---\nlayout: b\n---\n", "layouts/b.html": "---\nlayout: a\n---\n" };
    expect(messageOf(() => render(files))).toMatchObject({
      ruleId: "layout-cycle",
      reason: "The layouts nest in a circle: a.html → b.html → a",
      file: "layouts/a.html",
    });
  });

  test("the first folder's file counts", () => {
    const own = folderWith({ "post.html": "own {{ content }}" });
    const builtIn = folderWith({ "post.html": "built-in", "page.html": "built-in page" });
    const engine = createEngine({
      source: own,
      layoutFolders: [own, builtIn],
      includeFolders: [],
      autoescape: true,
      globals,
    });
    const content = new SafeHtml("");
    expect(engine.render({ layout: "post", page: {}, content })).toBe("own ");
    expect(engine.render({ layout: "page", page: {}, content })).toBe("built-in page");
  });
});

describe("includes", () => {
  test("take parameters, and are nested", () => {
    const files = {
      "layouts/a.html": '{% include card.html post=page.post kind="big" %}',
      "includes/card.html": "{{ include.kind }}: {{ include.post.title }}{% include parts/mark.html text='!' %}",
      "includes/parts/mark.html": "{{ include.text }}{{ include.kind }}",
    };
    expect(render(files, "a", { post: { title: "a & b" } })).toBe("big: a &amp; b!");
  });

  test("may have a computed name", () => {
    const files = { "layouts/a.html": "{% include {{ page.part }}.html %}", "includes/x.html": "found" };
    expect(render(files, "a", { part: "x" })).toBe("found");
  });

  test.each([
    "../secret.html",
    "/etc/hostname",
    "..%2fsecret.html",
    "parts/../../secret.html",
    "link.html",
    "folder/secret.html",
  ])("%s leads nowhere", (name) => {
    const source = folderWith({ "layouts/a.html": `{% include {{ page.name }} %}`, "includes/x.html": "" });
    writeFileSync(join(source, "secret.html"), "secret");
    symlinkSync(join(source, "secret.html"), join(source, "includes/link.html"));
    symlinkSync(source, join(source, "includes/folder"));
    const engine = createEngine({
      source,
      layoutFolders: [join(source, "layouts")],
      includeFolders: [join(source, "includes")],
      autoescape: true,
      globals,
    });
    const message = messageOf(() => engine.render({ layout: "a", page: { name }, content: new SafeHtml("") }));
    expect(message).toMatchObject({ ruleId: "include-missing", reason: `There is no include \`${name}\`` });
  });

  test("one that includes itself is an error", () => {
    const files = { "layouts/a.html": "{% include x.html %}", "includes/x.html": "{% include x.html %}" };
    expect(messageOf(() => render(files)).reason).toContain("one includes itself");
  });
});

describe("mistakes are shown where they are", () => {
  test("an unknown tag, counted from the top of the file", () => {
    const files = { "layouts/a.html": "---\nx: 1\n---\n<p>\n  {% nonsense %}" };
    expect(messageOf(() => render(files))).toMatchObject({
      severity: "error",
      file: "layouts/a.html",
      line: 5,
      column: 3,
      reason: 'Liquid: tag "nonsense" not found',
    });
  });

  test("a tag that is not closed, in an include", () => {
    const files = { "layouts/a.html": "{% include x.html %}", "includes/x.html": "\n\n{% if page %}" };
    expect(messageOf(() => render(files))).toMatchObject({ file: "includes/x.html", line: 3, column: 1 });
  });

  test("a missing include, with the page", () => {
    const files = { "layouts/a.html": "---\nlayout: none\n---\n\n {% include gone.html %}" };
    expect(messageOf(() => render(files, "a", { path: "posts/x.md" }))).toMatchObject({
      file: "layouts/a.html",
      line: 5,
      column: 2,
      reason: "There is no include `gone.html`",
      note: expect.stringContaining("posts/x.md"),
    });
  });

  test("front matter that is no YAML", () => {
    const files = { "layouts/a.html": "---\ntitle: ok\nlayout: [a\n---\n" };
    expect(messageOf(() => render(files))).toMatchObject({
      file: "layouts/a.html",
      line: 4,
      ruleId: "layout-front-matter",
    });
  });

  test("the owner's page, from its first line", () => {
    const engine = engineOf({});
    expect(messageOf(() => engine.renderText("a\n{% oops %}", {}, "pages/about.md", 6))).toMatchObject({
      file: "pages/about.md",
      line: 7,
      column: 1,
    });
  });

  test("a filter that does not come to an end can be stopped, and is named with its place", () => {
    const layout = "<p>\n{% assign a = page.big | split: ',' | sort | join: '' %}{{ a | size }}";
    const engine = engineOf({ "layouts/post.html": layout });
    const page = { big: "b,a,".repeat(2_000_000), path: "posts/a.md" };
    expect(() => withinTime(100, () => engine.render({ layout: "post", page, content: new SafeHtml("") }))).toThrow(
      OutOfTime,
    );
    expect(engine.endless("posts/a.md")).toMatchObject({ ruleId: "too-slow", file: "layouts/post.html", line: 2 });
  });

  test("a list without end takes no memory", () => {
    const engine = engineOf({});
    const endless = "\n{% assign a = (1..10000000000) %}";
    expect(messageOf(() => engine.renderText(endless, {}, "pages/a.md"))).toMatchObject({
      file: "pages/a.md",
      line: 2,
      reason: expect.stringContaining("memory alloc limit exceeded"),
    });
  });

  test("an endless loop ends", () => {
    const engine = engineOf({}, { renderLimit: 50 });
    const endless = "{% for i in (1..1000000) %}{% for j in (1..1000000) %}.{% endfor %}{% endfor %}";
    expect(messageOf(() => engine.renderText(endless, {}, "pages/a.md"))).toMatchObject({
      file: "pages/a.md",
      line: 1,
      reason: "Liquid: template render limit exceeded",
    });
  });
});
