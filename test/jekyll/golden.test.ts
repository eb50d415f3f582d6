import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { build } from "../../src/build.js";

const hasJekyll = spawnSync("jekyll", ["--version"]).status === 0;
if (!hasJekyll) console.warn("skipped: there is no `jekyll` on this machine to compare with");

const files: Readonly<Record<string, string>> = {
  "_config.yml": "timezone: Europe/Berlin\ntitle: Garden\ncollections: {tools: {output: true}}\nexclude: [.pumice]\n",
  "_layouts/page.html": "<main>{{ content }}</main>{% for p in site.posts %}{{ p.url }} {{ p.date }}{% endfor %}",
  "_posts/2021-05-06-first-peas.md": [
    "---\nlayout: page\ntags: [green, early]\n---",
    '# Peas & *more*\n\nThey\'re "sweet" -- really...\n',
    "- one\n- two\n\n  with more\n\n1. a\n   - b\n\nTerm\n: its meaning\n",
    "| a | b |\n|---|:-:|\n| 1 | `x|y` |\n\n> quoted\nlazily\n",
    'A note[^n] and HTML <b>bold</b>.\n{: .lead #intro}\n\n<div markdown="1">\n*inside*\n</div>\n\n[^n]: The note.\n',
    "* TOC\n{:toc}\n\n*[HTML]: Markup\n\n~~~\nplain\n~~~\n",
  ].join("\n"),
  "_tools/spade.md": "---\ntitle: Spade\n---\n{{ page.collection }} {{ page.path }} {{ page.url | absolute_url }}",
  "index.md":
    "---\nlayout: page\n---\n{{ site.tags | size }} {{ site.tools | map: 'title' | join }} {{ 10 | divided_by: 4 }}",
};

describe.skipIf(!hasJekyll)("a site comes out as from Jekyll itself", () => {
  const folder = mkdtempSync(join(tmpdir(), "pumice-golden-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("file by file, byte by byte", async () => {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    spawnSync("jekyll", ["build", "-q", "-s", folder, "-d", join(folder, "_golden"), "--disable-disk-cache"]);
    const golden = filesOf(join(folder, "_golden"));
    rmSync(join(folder, "_golden"), { recursive: true });
    await build({ source: folder, diskCache: false });
    expect(golden.size).toBe(3);
    expect(filesOf(join(folder, "_site"))).toEqual(golden);
  }, 60_000);
});

function filesOf(folder: string): ReadonlyMap<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".html"));
  return new Map(names.sort().map((name) => [name, readFileSync(join(folder, name), "utf8")]));
}
