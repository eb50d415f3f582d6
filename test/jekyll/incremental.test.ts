import { existsSync, lstatSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { buildBoth, type Edit, hasJekyll } from "./both.js";
import { jekyllSite } from "./site.js";

const site: Edit = {
  "_config.yml": "timezone: UTC\nexclude: [.pumice]\n",
  "_layouts/shelf.html": "<b>{{ content }}</b>{% include foot.html %}",
  "_includes/foot.html": "foot",
  "_data/tea.yml": "kind: green\n",
  "_posts/2021-05-06-leaf.md": "---\nlayout: shelf\n---\n*leaf*\n",
  "cup.md": "---\nlayout: shelf\n---\ncup\n",
  "list.html":
    "---\n---\n{{ site.posts | size }} {{ site.data.tea.kind }} {% for p in site.posts %}{{ p.content }}{% endfor %}",
  "always.html": "---\nregenerate: true\n---\n{{ site.posts | size }}",
};

/** Written by hand into the output, to see whether a build touches it. */
const marked = (...names: readonly string[]): Edit =>
  Object.fromEntries(names.map((name) => [`_site/${name}`, "marked"]));

const pages = ["2021/05/06/leaf.html", "cup.html", "list.html", "always.html"];

describe("an incremental build renders what it must, as Jekyll's does", () => {
  it.skipIf(!hasJekyll).each<[string, Edit]>([
    ["nothing", {}],
    ["a page", { "cup.md": "---\nlayout: shelf\n---\nmug\n" }],
    ["a layout", { "_layouts/shelf.html": "<i>{{ content }}</i>" }],
    ["an include", { "_includes/foot.html": "foot of the page" }],
    ["data", { "_data/tea.yml": "kind: black\n" }],
    ["a new post", { "_posts/2021-05-07-bud.md": "---\n---\nbud\n" }],
    ["a post that is gone", { "_posts/2021-05-06-leaf.md": null }],
  ])("after a change of %s", async (_, edit) => {
    const ways = { flags: ["--incremental"], options: { incremental: true } };
    const { golden, ours } = await buildBoth(site, ways, [{ ...marked(...pages), ...edit }]);
    expect(ours.files).toEqual(golden.files);
  });

  it("shows what it does not render anew as it is", async () => {
    const { folder, write, build, read } = jekyllSite(site as Record<string, string>);
    await build({ incremental: true });
    write("list.html", "---\n---\n{{ site.posts.first.content }}");
    await build({ incremental: true });
    expect(read("list.html")).toBe("<p><em>leaf</em></p>\n");
    expect(existsSync(join(folder, ".jekyll-metadata"))).toBe(true);
  });

  it("renders all after a change of the configuration, and where its notes are damaged", async () => {
    const { folder, write, build, read } = jekyllSite(site as Record<string, string>);
    await build({ incremental: true });
    write("_site/cup.html", "marked");
    await build({ incremental: true });
    expect(read("cup.html")).toBe("marked");
    write("_config.yml", "timezone: UTC\ntitle: Cups\n");
    await build({ incremental: true });
    expect(read("cup.html")).toBe("<b><p>cup</p>\n</b>foot");
    write("_site/cup.html", "marked");
    write(".jekyll-metadata", readFileSync(join(folder, ".jekyll-metadata"), "utf8").slice(0, 40));
    await build({ incremental: true });
    expect(read("cup.html")).toBe("<b><p>cup</p>\n</b>foot");
  });

  it("renders a file anew that is not there, and forgets its notes in a whole build", async () => {
    const { folder, build, read, remove } = withRemoval();
    await build({ incremental: true });
    remove("_site/cup.html");
    await build({ incremental: true });
    expect(read("cup.html")).toContain("cup");
    await build();
    expect(existsSync(join(folder, ".jekyll-metadata"))).toBe(false);
  });

  it("writes its notes through no link", async () => {
    const { folder, build, write } = jekyllSite(site as Record<string, string>);
    write("mine.txt", "mine");
    symlinkSync("mine.txt", join(folder, ".jekyll-metadata"));
    await build({ incremental: true });
    expect(readFileSync(join(folder, "mine.txt"), "utf8")).toBe("mine");
    expect(lstatSync(join(folder, ".jekyll-metadata")).isFile()).toBe(true);
  });
});

function withRemoval() {
  const made = jekyllSite(site as Record<string, string>);
  return { ...made, remove: (path: string) => rmSync(join(made.folder, path)) };
}
