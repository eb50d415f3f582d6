import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { buildBoth, type Files, hasJekyll } from "./both.js";

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
  it("file by file, byte by byte", async () => {
    const { golden, ours } = await buildBoth(files);
    expect(golden.files.size).toBe(3);
    expect(ours.files).toEqual(golden.files);
  }, 60_000);
});

const hasPlugins =
  hasJekyll &&
  spawnSync("ruby", ["-e", "%w[seo-tag feed sitemap].each { |name| require %(jekyll-#{name}) }"]).status === 0;
if (!hasPlugins) console.warn("skipped: Jekyll's plugins for feeds and heads are not on this machine");

const head = "---\n---\n<head>{% seo %}{% feed_meta %}</head>{{ content }}";

const withPlugins: Readonly<Record<string, string>> = {
  "_config.yml": [
    'timezone: Europe/Berlin\nurl: https://garden.example\nbaseurl: /plot\ntitle: Peas & "more"\ntagline: Grown here',
    "description: A *diary*\nauthor: ann\nlang: en-GB\nlogo: /img/logo.png\ntwitter: {username: peas}",
    "webmaster_verifications: {google: abc}\nsocial: {name: Plot, links: [https://social.example/plot]}",
    "plugins: [jekyll-seo-tag, jekyll-feed, jekyll-sitemap]\nexclude: [.pumice]",
    "feed: {categories: [soil], tags: true, posts_limit: 2}\ncollections: {tools: {output: true}}",
  ].join("\n"),
  "_data/authors.yml": "ann: {name: Ann, twitter: '@anns', url: 'https://ann.example'}\n",
  "_layouts/default.html": head,
  "_posts/2021-05-06-first-peas.md":
    "---\nlayout: default\ntags: [green, 'two words']\nimage: /img/pea.jpg\n---\n\"First\" *peas* -- here\n\nMore <b>text</b>\n",
  "_posts/2021-05-07-second.md":
    "---\nlayout: default\ntitle: Q & <A>\ncategories: [soil]\nauthor: {name: Ben, email: ben@a.example}\n" +
    "description: Of soil\nimage: {path: /img/a b.png, height: 4, alt: Soil}\n---\nText ]] here\n",
  "_posts/2021-05-08-third.md": "---\nlayout: default\nlast_modified_at: 2021-06-01\n---\nThird\n",
  "_tools/spade.md": "---\nlayout: default\ndate: 2021-01-02\nseo: {type: CreativeWork, name: The spade}\n---\nSpade\n",
  "index.html": "---\nlayout: default\n---\nHome\n",
  "about.md": "---\nlayout: default\npermalink: /about/\ntitle: About\n---\nUs\n",
  "hidden.md": "---\nlayout: default\nsitemap: false\n---\nHidden\n",
};

const timeless = (files: Files): Files =>
  new Map(
    [...files].map(([name, text]) => [
      name,
      text
        .replace(/<updated>[^<]*<\/updated><id>[^<]*xml<\/id>/, "")
        .replace(/(Jekyll v|generator[^>]*version=")4\.3\.\d+/g, "$1"),
    ]),
  );

describe.skipIf(!hasPlugins)("plugins write what the real ones write", () => {
  it("heads, feeds and the sitemap, but for the time of the build and the version", async () => {
    const { golden, ours } = await buildBoth(withPlugins);
    expect([...golden.files.keys()]).toContain("feed/soil.xml");
    expect(timeless(ours.files)).toEqual(timeless(golden.files));
  }, 60_000);
});

const listOfPages =
  "---\n---\n{% for p in site.pages %}{{ p.url }}|{{ p.path }}|{{ p.name }}|{{ p.dir }}|{{ p.sitemap }}|{{ p.collection }}|{{ p.xsl }};{% endfor %}{{ site.html_pages.size }}";

const pagesOfPlugins: Readonly<Record<string, string>> = {
  "_config.yml":
    "url: https://garden.example\nbaseurl: /plot\nname: Garden\nexclude: [.pumice]\nfeed: {excerpt_only: true, categories: [soil]}\n" +
    "plugins: [jekyll-paginate, jekyll-sitemap, jekyll-feed, jekyll-seo-tag, jekyll-redirect-from]\npaginate: 1\npaginate_path: p:num.html\n",
  "sitemap.xsl": "x",
  "feed.xslt.xml": "x",
  "_posts/2021-05-06-b.md": "---\nredirect_from: /old\n---\nB\n",
  "_posts/2021-05-06-a.md": "---\nfeed: {excerpt_only: false}\ndescription: ''\n---\n{% seo %}",
  "_posts/2021-05-06-c.md": "---\nexcerpt: ''\n---\n",
  "_posts/2021-05-07-d.md": "---\n---\n",
  "index.html": "---\n---\n{{ page.url }} {{ page.permalink }} {% feed_meta %}",
  "gone.md": "---\nredirect_to: elsewhere/\n---\n",
  "list.html": listOfPages,
};

describe.skipIf(!hasPlugins)("pages of plugins", () => {
  it.each<[string, Readonly<Record<string, string>>]>([
    ["stand among those of the site", pagesOfPlugins],
    [
      "give way to the site's own",
      {
        ...pagesOfPlugins,
        "robots.txt": "own",
        "redirects.json": "{}",
        "feed.xml": "---\n---\nown",
        "map.xml": "---\npermalink: /sitemap.xml\n---\nown",
      },
    ],
  ])("%s", async (_, site) => {
    const { golden, ours } = await buildBoth({ ...site, "_config.yml": `${site["_config.yml"]}sanitize: false\n` });
    expect([...golden.files.keys()]).toEqual(expect.arrayContaining(["p2.html/index.html", "feed.xml", "gone.html"]));
    expect(timeless(ours.files)).toEqual(timeless(golden.files));
  });
});

const others = "archives redirect-from mentions titles-from-headings relative-links toc paginate-v2 gist".split(" ");
const hasOthers =
  hasJekyll &&
  spawnSync("ruby", ["-e", `%w[${others.join(" ")}].each { |name| require %(jekyll-#{name}) }`]).status === 0;
if (!hasOthers) console.warn("skipped: Jekyll's other plugins are not on this machine");

const withOthers: Readonly<Record<string, string>> = {
  "_config.yml": [
    "timezone: Europe/Berlin\nurl: https://garden.example\nbaseurl: /plot\nexclude: [.pumice]",
    `plugins: [${others.map((name) => `jekyll-${name}`).join(", ")}]`,
    "jekyll-archives: {enabled: all, permalinks: {category: '/c/:name'}}\ngist: {noscript: false}\nrelative_links: {exclude: [left.md]}",
    "pagination: {enabled: true, per_page: 2, title: ':title, :num of :max', trail: {before: 1, after: 1}}",
    "titles_from_headings: {strip_title: true}",
  ].join("\n"),
  "_layouts/archive.html":
    "{{ page.name }} {{ page.type }} {{ page.title }} {{ page.date }} {{ page.url }} {{ page.path }} {{ page.posts | map: 'title' | join }}",
  "_layouts/redirect.html": "to {{ page.redirect.to }} from {{ page.redirect.from }}",
  "_layouts/page.html": "<title>{{ page.title }}</title><body>{{ content | toc }}</body>",
  "_posts/2021-05-06-peas.md": "---\ntags: [green, 'two words']\ncategories: [Beet A]\nredirect_from: /p\n---\nPeas\n",
  "_posts/2021-05-09-beans.md": "---\ntags: [red, green]\n---\nBeans\n",
  "_posts/2022-06-01-cress.md": "---\n---\nCress\n",
  "pages.html":
    "---\n---\n{% for p in site.pages %}{% if p.layout == 'archive' %}{{ p.url }} {{ p.name }};{% endif %}{% endfor %}",
  "_posts/2021-06-01-kale.md": "---\ncategories: [beet b]\n---\nKale\n",
  "index.html":
    "---\npagination: {enabled: true}\n---\n{{ page.url }} {{ page.title }} {{ paginator.page_path }} " +
    "{{ paginator.posts | map: 'title' | join }} {{ paginator.page_trail | map: 'title' | join }} {{ paginator.page_trail[1].path }} {{ paginator.next_page_path }}",
  "heads.md":
    '---\nlayout: page\ntoc: true\n---\n# Peas & *"more"*\n\n## `it\'s "q"` &amp; &copy;\n\n## One\n\n### Two\n\n## One\n\n## Left\n{: .no_toc}\n',
  "kept.md": "---\nlayout: page\nstrip_title: false\n---\n# It's\n\nText\n",
  "links.md": "---\n---\n[left](left.md#x), [post](_posts/2021-05-06-peas.md) @ann, a@b.example, (@b_c) `@d`, @e-\n",
  "left.md":
    "---\nredirect_from: [/l, /m/]\njekyll-mentions: {base_url: 'https://names.example'}\n---\n[heads](heads.md) @f\n",
  "gone.md": "---\nredirect_to: https://x.example/?a=1&b=2\n---\n",
  "gist.html": "---\nother: 7654321\n---\n{% gist ann/1234567 %}{% gist 1234567 b.rb %}{% gist page.other %}\n",
};

describe.skipIf(!hasOthers)("further plugins write what the real ones write", () => {
  it("archives, redirects, mentions, titles, links, contents, pages, gists", async () => {
    const { golden, ours } = await buildBoth(withOthers);
    expect([...golden.files.keys()]).toEqual(
      expect.arrayContaining(["tag/two-words/index.html", "p.html", "page2/index.html"]),
    );
    expect(ours.files).toEqual(golden.files);
  }, 60_000);
});
