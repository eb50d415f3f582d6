import { describe, expect, it } from "vitest";
import { buildBoth, type Edit, hasJekyll } from "./both.js";
import { jekyllSite } from "./site.js";

/** Code in all its forms. */
const code =
  "---\n---\n```ruby\nputs 1\n```\n\n```\nputs 2\n```\n\n    indented\n\n`inline`{:.language-ruby} `x`{:.own #n}\n\n~~~ js\nx\n~~~\n{: .own #i}\n\n~~~ js\nx\n~~~\n{: #j}\n";

describe.skipIf(!hasJekyll)("code is coloured as kramdown's options have it", () => {
  it.each([
    "guess_lang: false",
    "syntax_highlighter: nil",
    "syntax_highlighter_opts: {disable: true}",
    "syntax_highlighter_opts: {block: {disable: true}, span: {css_class: x}}",
    "syntax_highlighter_opts: {default_lang: ruby, css_class: 'a b'}",
    "syntax_highlighter_opts: {line_numbers: true, block: {start_line: 7}}",
    "{guess_lang: false, syntax_highlighter_opts: {span: {default_lang: ruby}}}",
  ])("%s", async (options) => {
    const kramdown = options.startsWith("{") ? options : `{${options}}`;
    const { golden, ours } = await buildBoth({ "_config.yml": `kramdown: ${kramdown}\n`, "a.md": code });
    expect(golden.files.size).toBe(1);
    expect(ours.files).toEqual(golden.files);
  });
});

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
      "texts that count as true",
      {
        "_config.yml": "show_drafts: 'no'\nfuture: 1\nunpublished: x\n",
        "_drafts/d.md": "---\ndate: 2020-01-02\n---\n",
        "_posts/2090-01-02-f.md": "---\npublished: false\n---\n",
      },
    ],
    [
      "names that begin with one of those to keep",
      {
        "_config.yml": "keep_files: [foo]\n",
        "a.html": "a",
        "_site/foo.txt": "x",
        "_site/foobar/a.txt": "x",
        "_site/deep/foo.txt": "x",
      },
    ],
    [
      "names of zones that the C library does not have, and those of POSIX",
      {
        "_config.yml": "timezone: JST\n",
        "_posts/2020-01-02-a.md": "---\ndate: 2020-01-02 20:00:00 +0000\n---\n{{ page.date }}",
      },
    ],
    [
      "a zone by the rule of POSIX",
      {
        "_config.yml": "timezone: UTC-5\n",
        "_posts/2020-01-02-a.md": "---\ndate: 2020-01-02 20:00:00 +0000\n---\n{{ page.date }}",
      },
    ],
    [
      "whole numbers of TOML that JavaScript does not have",
      { "_config.toml": "id = 9007199254740993\n", "a.html": "---\n---\n{{ site.id }}" },
    ],
    [
      "`published: false` of the defaults, which hides no page",
      {
        "_config.yml": "defaults: [{scope: {path: ''}, values: {published: false}}]\n",
        "_posts/2020-01-02-a.md": "---\n---\n",
        "page.html": "---\n---\npage",
        "file.txt": "file",
      },
    ],
    [
      "extensions of Markdown with a blank",
      { "_config.yml": "markdown_ext: md, txt\n", "a.md": "---\n---\n*a*", "b.txt": "---\n---\n*b*" },
    ],
    [
      "Pygments, which colours no Markdown",
      {
        "_config.yml": "highlighter: pygments\n",
        "a.md": "---\n---\n```ruby\nputs 1\n```\n\n{% highlight ruby %}\nputs 1\n{% endhighlight %}",
      },
    ],
    [
      "the posts of a collections_dir with a slash",
      {
        "_config.yml": "collections_dir: all/\ncollections: {tools: {output: true}}\n",
        "all/_posts/2020-01-02-a.md": "---\n---\n",
        "all/_tools/a.md": "---\n---\n{{ page.path }}",
      },
    ],
    [
      "a host of more than ASCII",
      { "_config.yml": "url: https://exämple.de\n", "a.html": "---\n---\n{{ '/x' | absolute_url }}" },
    ],
    [
      "the keys of the site, in their order",
      // Jekyll puts `serving` last, and these tests build without a cache.
      {
        "a.html":
          "---\n---\n{% for key in site %}{% if key != 'serving' and key != 'disable_disk_cache' %}{{ key }} {% endif %}{% endfor %}",
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

it("files after one that cannot be used are not read, those before are", async () => {
  const site = jekyllSite({ "a.yml": "title: A\n", "b.conf": "title: B\n", "c.yml": "title: C\n" });
  site.write("a.html", "---\n---\n{{ site.title }}");
  const config = ["a.yml", "b.conf", "c.yml"].map((name) => `${site.folder}/${name}`);
  const { messages } = await site.build({ config });
  expect(site.read("a.html")).toBe("A");
  expect(messages[0]?.note).toMatch(/^No parser for '.*b\.conf' is available\./);
});

it("source and destination are shown as they were named", async () => {
  const site = jekyllSite({ "a.html": "---\n---\n{{ site.destination }}" });
  const destination = `${site.folder}/../${site.folder.split("/").at(-1)}/out`;
  await site.build({ destination });
  expect(site.read("../out/a.html")).toBe(destination);
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
