import { describe, expect, it } from "vitest";
import { buildBoth, type Edit, hasJekyll } from "./both.js";
import { jekyllSite } from "./site.js";

describe.skipIf(!hasJekyll)("a configuration means what it means to Jekyll", () => {
  it.each<[string, Edit]>([
    ["nothing at all", {}],
    ["nothing but a title", { "_config.yml": "title: T\n" }],
    [
      "TOML",
      {
        "_config.toml": 'title = "T"\ncups = 3\nprice = 2.0\nlist = [1, "a"]\n[owner]\nname = "Ann"\n',
        "a.html":
          "---\n---\n{{ site.title }} {{ site.cups }} {{ site.price }} {{ site.list | join }} {{ site.owner.name }}",
      },
    ],
    [
      "times without a zone",
      {
        "_config.yml": "timezone: Europe/Berlin\nday: 2010-05-06\ntime_of_tea: 2010-05-06 07:08:09\n",
        "a.html": "---\n---\n{{ site.day }} {{ site.time_of_tea }} {{ site.time_of_tea | date_to_xmlschema }}",
      },
    ],
    [
      "files that others wrote into the output",
      {
        "_config.yml": "keep_files: [kept, deep/one.txt]\n",
        "a.html": "a",
        "_site/gone.html": "x",
        "_site/old/gone.html": "x",
        "_site/kept/a.html": "x",
        "_site/deep/one.txt": "x",
        "_site/deep/two.txt": "x",
      },
    ],
    [
      "a scope that begins with a slash, which no path does",
      { "_config.yml": "defaults: [{scope: {path: /x}, values: {a: 1}}]\n", "x/a.html": "---\n---\n[{{ page.a }}]" },
    ],
    [
      "blank lines in tables",
      { "_data/t.csv": 'n,m\n"a, b",\n\n x ,""\n', "a.html": "---\n---\n{{ site.data.t | jsonify }}" },
    ],
    ["a sign that `strftime` has not", { "a.html": "---\n---\n{{ '2020-01-02' | date: '%d%q %%q' }}" }],
    [
      "pages of no posts",
      {
        "_config.yml": "paginate: 2\nplugins: [jekyll-paginate]\n",
        "index.html": "---\n---\n[{{ paginator.page }}{{ paginator.total_pages }}]",
      },
    ],
    [
      "a highlighter of none",
      {
        "_config.yml": "highlighter: none\n",
        "a.html": "---\n---\n{% highlight ruby linenos %}\nputs 'x'\n{% endhighlight %}",
      },
    ],
  ])("%s", async (_, site) => {
    const { golden, ours } = await buildBoth(site);
    expect(golden.ok).toBe(true);
    expect(ours.ok).toBe(true);
    expect(ours.files).toEqual(golden.files);
  });
});

it("foreign files of an output that has another name stay", async () => {
  const site = jekyllSite({ "a.html": "a", "public/CNAME": "tea.example" });
  await site.build({ destination: `${site.folder}/public` });
  await site.build({ destination: `${site.folder}/public` });
  site.write("_config.yml", "exclude: [public]\n");
  await site.build({ destination: `${site.folder}/public` });
  expect(site.read("../public/CNAME")).toBe("tea.example");
});

it("a plugin that is known elsewhere is a warning", async () => {
  const { ok, messages } = await jekyllSite({ "_config.yml": "plugins: [jekyll-scholar]\n", "a.html": "a" }).build();
  expect([ok, messages.map(({ ruleId, severity }) => [ruleId, severity])]).toEqual([
    true,
    [["jekyll-plugin", "warning"]],
  ]);
});

it("TOML that is none is an error with its line", async () => {
  const site = jekyllSite({ "a.html": "a" });
  site.write("_config.toml", "title = \n");
  await expect(site.build({ config: [`${site.folder}/_config.toml`] })).rejects.toMatchObject({
    messages: [{ ruleId: "jekyll-config", file: "_config.toml", line: 1 }],
    exitCode: 1,
  });
});
