import { describe, expect, it } from "vitest";
import { buildBoth, type Edit, hasJekyll } from "./both.js";

const page = { "a.md": "---\ntitle: A\n---\ntext\n" };
const config = (text: string): Edit => ({ "_config.yml": text, ...page });

describe.skipIf(!hasJekyll)("what Jekyll refuses is refused, and said in its words", () => {
  it.each<[string, Edit, string]>([
    [
      "plugins that are no list",
      config("plugins: one"),
      "'plugins' should be set as an array of gem-names, but was: \"one\".",
    ],
    ["excludes that are no list", config("exclude: one"), "'exclude' should be set as an array, but was: \"one\"."],
    [
      "an empty list of plugins",
      config("plugins:\n"),
      "'plugins' should be set as an array of gem-names, but was: nil.",
    ],
    ["an empty list of excludes", config("exclude:\n"), "'exclude' should be set as an array, but was: nil."],
    [
      "permalinks relative to a parent folder",
      config("relative_permalinks: true"),
      "Since v3.0, permalinks for pages in subfolders must be relative to the site source directory",
    ],
    ["a table with an open quote", { ...page, "_data/t.csv": 'a,b\n"x,1\n' }, "Unclosed quoted field in line 2."],
    ["a quote within a field", { ...page, "_data/t.csv": 'a,b\nx"y",1\n' }, "Illegal quoting in line 2."],
    [
      "text behind a quote",
      { ...page, "_data/t.tsv": 'a\tb\n"x"y\t1\n' },
      "Any value after quoted field isn't allowed in line 2.",
    ],
    [
      "lines that end in two ways",
      { ...page, "_data/t.csv": "a,b\r\n1,2\n3,4\n" },
      "Unquoted fields do not allow new line",
    ],
    ["a theme that is not there", config("theme: no-such-theme"), "The no-such-theme theme could not be found."],
    [
      "another Markdown",
      config("markdown: redcarpet"),
      "Conversion error: Jekyll::Converters::Markdown encountered an error while converting 'a.md': Invalid Markdown processor given: redcarpet",
    ],
    ["less than no posts", config("limit_posts: -1"), "limit_posts must be a non-negative number"],
    ["a time that is none", config("time: soon"), "Invalid date 'soon': Invalid time in _config.yml."],
    [
      "a date that is none",
      { "_posts/2020-01-02-a.md": "---\ndate: 2020-99-99\n---\n" },
      "Error: could not read file SITE/_posts/2020-01-02-a.md: Invalid date '2020-99-99': Document '_posts/2020-01-02-a.md' does not have a valid date in the YAML front matter.",
    ],
    ["front matter that is a text", { "a.md": "---\nhello\n---\n" }, "Invalid YAML front matter in SITE/a.md"],
    [
      "a tag in a post",
      { "_posts/2020-01-02-a.md": "---\n---\n{% oops %}" },
      "Liquid Exception: Liquid syntax error (line 1): Unknown tag 'oops' in SITE/_posts/2020-01-02-a.md",
    ],
    [
      "a tag in a layout",
      { ...page, "_layouts/l.html": "\n{% oops %}", "b.md": "---\nlayout: l\n---\n" },
      "Liquid Exception: Liquid syntax error (line 2): Unknown tag 'oops' in SITE/_layouts/l.html",
    ],
  ])("%s", async (_, site, words) => {
    const { golden, ours } = await buildBoth(site);
    expect(golden.ok).toBe(false);
    expect(ours.ok).toBe(false);
    expect(golden.said).toContain(words);
    expect(ours.said).toContain(words);
  });

  it.each<[string, Edit, string]>([
    [
      "a configuration that is a list",
      config("- one\n"),
      "WARNING: Error reading configuration. Using defaults (and options).",
    ],
    [
      "defaults that say nothing",
      config("defaults: [{scope: {path: ''}}]"),
      'Defaults: An invalid front-matter default set was found: {"scope"=>{"path"=>""}}',
    ],
    [
      "old names of types",
      config("defaults: [{scope: {path: '', type: page}, values: {a: 1}}]"),
      "Defaults: The 'page' type has become 'pages'.",
    ],
    [
      "a theme that is no name",
      config("theme: [a]"),
      "Theme: value of 'theme' in config should be String to use gem-based themes, but got Array",
    ],
    [
      "another highlighter",
      { ...config("highlighter: pygments"), "b.md": "---\n---\n{% highlight text %}x{% endhighlight %}" },
      "Warning: Highlight Tag no longer supports rendering with Pygments. Using the default highlighter, Rouge, instead.",
    ],
    [
      "two of one place",
      { "a.md": "---\npermalink: /x.html\n---\n", "x.html": "x" },
      "Conflict: The following destination is shared by multiple files. The written file may end up with unexpected contents. SITE/_site/x.html - a.md - SITE/x.html",
    ],
    ["Markdown that nobody needs", { "_config.yml": "markdown: redcarpet", "a.html": "---\n---\n" }, ""],
  ])("only warned of: %s", async (_, site, words) => {
    const { golden, ours } = await buildBoth(site);
    expect([golden.ok, ours.ok]).toEqual([true, true]);
    expect(golden.said).toContain(words);
    expect(ours.said).toContain(words);
    expect(ours.files).toEqual(golden.files);
  });
});
