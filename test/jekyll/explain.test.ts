import { join } from "node:path";
import { expect, it } from "vitest";
import * as engine from "../../src/engine.js";
import { explain } from "../../src/explain.js";
import { run } from "../commands/terminal.js";
import { jekyllSite } from "./site.js";

const files = {
  "_config.yml":
    "timezone: UTC\npermalink: pretty\ndefaults:\n  - scope: {path: '', type: posts}\n    values: {layout: post, author: Ann}\n",
  "_layouts/post.html": "---\nlayout: base\n---\n{{ content }}",
  "_layouts/base.html": "{{ content }}",
  "ponds/_posts/2020-01-02-two-frogs.md": "---\ntags: green\n---\nFrogs <script>alert(1)</script> leap\n",
};

it("tells what a post came out as, and where each value is from", async () => {
  const { folder } = jekyllSite(files);
  const explanation = await explain(join(folder, "ponds/_posts/2020-01-02-two-frogs.md"), { source: folder });
  const fields = Object.fromEntries(explanation.fields.map(({ name, value, from }) => [name, [value, from]]));
  expect(fields).toMatchObject({
    url: ["/ponds/2020/01/02/two-frogs/", expect.stringContaining("permalink")],
    output: ["ponds/2020/01/02/two-frogs/index.html", "url"],
    layouts: [["post", "base"], "`defaults` in the configuration"],
    date: ["2020-01-02T00:00:00+00:00", expect.stringContaining("file name")],
    title: ["Two Frogs", "file name"],
    author: ["Ann", "`defaults` in the configuration"],
    tags: [["green"], 'key "tags"'],
    categories: [["ponds"], expect.stringContaining("folders above")],
  });
  expect(explanation.kind).toBe("post");
  expect(explanation.messages.map(({ ruleId }) => ruleId)).toEqual(["unsafe-html"]);
});

it("says on the terminal that nothing is cleaned, and what is no part of the site", async () => {
  const { folder } = jekyllSite(files);
  const told = await run(["explain", join(folder, "ponds/_posts/2020-01-02-two-frogs.md")], engine);
  expect(told.stdout).toContain("Posts are not cleaned");
  expect(told.stdout).not.toContain("Origin of the body");
  const other = await run(["explain", join(folder, "_layouts/base.html")], engine);
  expect(other.exitCode).toBe(2);
  expect(other.stderr).toContain("no page or document of this site");
});
