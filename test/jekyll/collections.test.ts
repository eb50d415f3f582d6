import { describe, expect, it } from "vitest";
import { buildBoth, type Edit, hasJekyll } from "./both.js";

const page = (front: string, text = ""): string => `---\n${front}\n---\n${text}`;
const tools = "collections: {tools: {output: true, permalink: '/t/:path/'}}\n";

describe.skipIf(!hasJekyll)("collections and data come out as from Jekyll itself", () => {
  it.each<[string, Edit]>([
    [
      "a folder's file is HTML, whatever the document is",
      { "_config.yml": tools, "_tools/a.txt": page("", "a"), "_tools/b.xml": page("", "b") },
    ],
    [
      "a file of YAML is data, without defaults",
      {
        "_config.yml": `${tools}defaults: [{scope: {path: ''}, values: {k: 1}}]\n`,
        "_tools/ann.yml": "---\nname: Ann\nrole: gardener\n",
        "_tools/ben.yaml": page("name: Ben\ntitle: B", "{{ page.name }}"),
        "a.html": page(
          "",
          "{% for t in site.tools %}{{ t.title }}|{{ t.name }}|{{ t.role }}|{{ t.url }}|{{ t.k }}|{{ t.content }}|{{ t.slug }};{% endfor %}",
        ),
      },
    ],
    [
      "loops over drops go over keys, over pages over pairs",
      {
        "_config.yml": tools,
        "_tools/a.md": page("k: 1"),
        "file.txt": "x",
        "a.html": page(
          "",
          "{% for key in site.tools.first %}{{ key }},{% endfor %}{% for key in site.static_files.first %}{% if key != 'modified_time' %}{{ key }},{% endif %}{% endfor %}" +
            "{% for key in site.collections.first %}{{ key }},{% endfor %}{% for pair in page %}{{ pair[0] }},{% endfor %}",
        ),
      },
    ],
    [
      "a document's inspection is JSON with lines",
      {
        "_config.yml": tools,
        "_tools/a.md": page("date: 2020-01-02\nlist: [1, {a: '\"x\\', b: {}}]\nnone: []", "text"),
        "a.html": page("", "{{ site.tools.first | inspect }}"),
      },
    ],
    [
      "a post has no related posts but by the site",
      {
        "_posts/2020-01-02-a.md": page(""),
        "_posts/2020-01-03-b.md": page("", "[{{ page.related_posts.size }}] {{ site.related_posts.size }}"),
      },
    ],
    [
      "columns of one name, and fields without one",
      { "_data/t.csv": "a,b,a\n1\n1,2,3,4\n", "a.html": page("", "{{ site.data.t | jsonify }}") },
    ],
    [
      "numbers of JSON",
      {
        "_data/n.json": '{"id": 12345678901234567890, "e": 1e3, "f": 1E-2, "n": 1.50}',
        "a.html": page("", "{{ site.data.n.id }} {{ site.data.n.e }} {{ site.data.n.f }} {{ site.data.n.n }}"),
      },
    ],
    [
      "empty folders that others left in the output",
      { "a.html": "a", "_site/old/x.txt": "x", "_site/old/deep/.keep": "" },
    ],
  ])("%s", async (_, site) => {
    const { golden, ours } = await buildBoth(site);
    expect(golden.ok).toBe(true);
    expect(ours.ok).toBe(true);
    expect(golden.files.size).toBeGreaterThan(0);
    expect(ours.files).toEqual(golden.files);
  });
});
