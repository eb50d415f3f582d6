import { describe, expect, it } from "vitest";
import { buildBoth, type Edit, hasJekyll } from "./both.js";
import { jekyllSite } from "./site.js";

describe.skipIf(!hasJekyll)("pages and documents see of themselves what Jekyll shows them", () => {
  it.each<[string, Edit]>([
    ["a page prints as a hash", { "a.html": "---\nx: {y: 1}\nl: [1, two, 3.0]\n---\n{{ page }}" }],
    [
      "a page's content is what was read, a post's what it became",
      {
        "_layouts/l.html": "{{ page.content }}|{{ content }}",
        "a.md": "---\nlayout: l\n---\n*a*\n",
        "_posts/2021-05-06-p.md": "---\nlayout: l\n---\n*p*\n",
      },
    ],
    [
      "an excerpt has no excerpt",
      {
        "_layouts/l.html": "{{ page.excerpt }}|{{ content }}",
        "_posts/2021-05-06-p.md": "---\nlayout: l\n---\n{{ page.excerpt }} one\n\ntwo\n",
      },
    ],
    [
      "a page is itself",
      { "a.html": "---\n---\n{% for p in site.pages %}{% if p == page %}me{% endif %}{% endfor %}" },
    ],
  ])("%s", async (_, site) => {
    const { golden, ours } = await buildBoth(site);
    expect(ours.files).toEqual(golden.files);
  });
});

it("--verbose tells what is done with each text", async () => {
  const site = jekyllSite({ "a.md": "---\n---\n{{ 1 }}\n", "_posts/2021-05-06-p.md": "---\n---\np\n" });
  const { messages } = await site.build({ verbose: true });
  expect(messages.map(({ reason }) => reason.replace(site.folder, ""))).toEqual([
    "Reading: _posts/2021-05-06-p.md",
    "Reading: a.md",
    "Rendering: _posts/2021-05-06-p.md",
    "Rendering Markup: _posts/2021-05-06-p.md",
    "Rendering Layout: _posts/2021-05-06-p.md",
    "Rendering: a.md",
    "Rendering Liquid: a.md",
    "Rendering Markup: a.md",
    "Rendering Layout: a.md",
    "Writing: /_site/2021/05/06/p.html",
    "Writing: /_site/a.html",
  ]);
});
