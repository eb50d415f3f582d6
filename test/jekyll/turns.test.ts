import { describe, expect, it } from "vitest";
import { buildBoth, type Edit, hasJekyll } from "./both.js";

const list =
  "{% for p in site.posts %}{{ p.url }} {{ p.date }} {{ p.title }} {{ p.tags | inspect }} {{ p.excerpt }}\n{% endfor %}";

const posts: Edit = {
  "_config.yml": "timezone: Europe/Berlin\nexclude: [.pumice]\nshow_drafts: 'yes'\nmarkdown_ext: 'md, txt'\n",
  "_posts/2020-02-30-no-such-day.md": "---\ntags: [a, a, b]\n---\nOne\n\nTwo\n",
  "_posts/2020-01-01-spring.md": "---\ndate: 31 April 2019 3pm\ntitle: false\nexcerpt: false\n---\nOne\n\nTwo\n",
  "_posts/2020-01-02-numbers.md": "---\ncategories: [7, c]\ntags: [2020, 7]\n---\n{{ page.categories | inspect }}\n",
  "_posts/2020-01-03-pairs.md":
    "---\ncategory: {a: b}\n---\n{{ page.categories | inspect }}{{ page.related_posts | size }}\n",
  "_posts/2020-01-04-plain.txt": "---\npermalink: /plain/\n---\n*as it is*\n",
  "_drafts/draft.md":
    "---\ndate: 2020-01-05\n---\n{{ page.id }} {{ page.path }} {{ page.relative_path }}{{ page.excerpt }}\n",
  bare: "---\npermalink: /bare/\n---\n{{ page.url }}",
  "index.html":
    `---\n---\n${list}{% for t in site.tags %}{{ t[0] }} {{ t[1] | size }}{% if t[0] == 7 %}!{% endif %}\n{% endfor %}` +
    "{{ site.tags[7] | size }}{{ site.tags['7'] | size }} {{ site.tags.a | size }} {% for c in site.categories %}{{ c[0] }} {% endfor %}",
};

const publishing: Edit = {
  "_config.yml":
    "exclude: [.pumice]\ncollections: {things: {output: true}, tools: {output: 'yes'}}\n" +
    "defaults: [{scope: {path: ''}, values: {published: false}}]\n",
  "_posts/2050-01-01-later.md": "---\n---\nx",
  "_posts/2020-01-01-shown.md": "---\npublished: true\n---\nx",
  "_things/a.md": "---\npublished: true\n---\nx",
  "_things/b.txt": "x",
  "_tools/c.md": "---\npublished: true\n---\nx",
  "page.html":
    "---\n---\n{{ site.documents | map: 'relative_path' | join }} {{ site.documents | map: 'path' | join }} {{ page.published }}",
  "hidden.html": "---\npublished: false\n---\nx",
};

const layouts: Edit = {
  "_config.yml": "exclude: [.pumice]\n",
  "_layouts/a.html": "---\nfrom: a\nb: {x: 1}\n---\n<a>{{ content }}</a>{{ layout.from }}",
  "_layouts/a.xml": "---\nfrom: a.xml\nb: {y: 2}\n---\n<x>{{ content }}</x>{{ layout.from }}{{ layout.b | inspect }}",
  "1.html": "---\nlayout: a\n---\n1 {{ layout.from }}",
  "2.html": "---\nlayout: none\n---\n2 {{ layout.from }}",
  "3.html": "---\nlayout: a\n---\n3 {{ layout.from }}",
  "4.html": "---\nlayout: [a]\n---\n4 {{ layout.from }}",
  "5.html": "---\n---\n5 {{ layout.from }}",
};

const liquid: Edit = {
  "_config.yml": "timezone: UTC\nexclude: [.pumice]\nyears: {2020: x, 2019: y, other: z}\n",
  "_posts/2020-01-01-a.md": "---\nk: v\n---\nx",
  "comments.html":
    "---\n---\n1{% comment %}{% comment %}in{% endcomment %}x{% endcomment %}\n2{% comment %}{% raw %}{% endcomment %}{% endraw %}x{% endcomment %}\n" +
    "3{% comment %}{% nosuch %}{% endif %}{% else %}{{ | }}{% endcomment x %}\n4{% comment %}{% if x %}{% endif %}{% include no.html %}{% endcomment %}\n5{% raw %}a{% {% endraw x %}",
  "branches.html":
    "---\n---\n{% if nil %}{% else %}A{% else %}B{% endif %} {% if nil %}{% else %}A\n{%- elsif true %}B{% else %}C{% endif %} " +
    "{% unless true %}{% else %}A{% else %}B{% endunless %} {% assign b = %}{{ b }}{{ '%+%41' | url_decode }}",
  "ranges.html":
    "---\nn: 3\n---\n{{ (1..3) }} {% assign r = (1..page.n) %}{{ r }} {{ r.first }}{{ r.last }}{{ r.size }}{{ r[0] }} {{ r | jsonify }} {{ r | inspect }} {{ r | append: 'x' }} " +
    "{{ r | join: ',' }} {{ r | reverse | join }} {{ (3..1) }}{{ (nosuch..2) }} {{ ('2'..'4') }} {% for i in (1.5..2.5) %}{{ i }}{% endfor %}",
  "hashes.html":
    "---\nh: {one: 1, two: 2}\ne: {}\n---\n{{ page.h.first }} {{ page.h.first[0] }} {{ page.e.first }}{{ page.h.last }} {{ site.years }} {{ site.years[2020] }}{{ site.years['2020'] }}{{ site.years.other }}" +
    "{% for y in site.years %}{{ y[0] }}{% if y[0] == 2019 %}!{% endif %}{% endfor %} {{ site.years | jsonify }}{% if site.years contains 2020 %}c{% endif %}{% if site.years contains '2020' %}t{% endif %}",
  "loops.html":
    "---\n---\n{% for key in site limit: 30 %}{{ key }}{{ key[0] }} {% endfor %}\n{% for key in site.posts.first %}{{ key }} {% endfor %}\n{% for pair in page %}{{ pair[0] }} {% endfor %}\n" +
    "{{ jekyll }} {{ site.static_files.first }} {{ site.posts.first | inspect }}",
  "dates.html":
    "---\nd: 2020-07-01\nt: 2020-07-01 10:00:00 +0200\n---\n{{ page.d | date: '%s %g %v' }} {{ page.t | date: '%Z|%::z' }} {{ '2020' | date: '%F' }} {{ '5 May 2020 3pm' | date: '%F %H' }}",
  "file.txt": "x",
};

const filters: Edit = {
  "_config.yml": "exclude: [.pumice]\nbaseurl: /b\nurl: http://x.example\nfew: [{n: 1}, {n: 2}]\nnames: [ab, b]\n",
  "urls.html":
    "---\n---\n{% assign urls = '../x|./x|..|a/b/../../../c|a/./|a/.|x//../y|a/...|a/b/..?q#h/../z|.hid/..y' | split: '|' %}" +
    "{% for url in urls %}{{ url | relative_url }} {{ url | absolute_url }}\n{% endfor %}",
  "slugs.html":
    "---\n---\n{% assign names = 'Ærø Straße łódź|ñ ș ǎ ệ|日本 x|Ω–x|The cönfig' | split: '|' %}" +
    "{% for name in names %}{{ name | slugify: 'latin' }} {{ name | slugify: 'ascii' }}\n{% endfor %}[{{ '!!!' | slugify }}]",
  "unknown.html":
    "---\n---\n{{ 'a,b' | split: ',' | sum }}{{ 'x' | sha256 }}{{ 'x' | json }}{{ '<' | raw }}{{ ' a  b ' | squish }}",
  "lists.html":
    "---\nd: 2020-01-01 10:00\n---\n{{ site.names | map: 'b' | inspect }} {{ 5 | size }} {{ 'a\u00a0b c' | number_of_words }} {{ page.d | plus: 1 }} " +
    "{{ site.few | where_exp: 'x', 'x.n > 1' | map: 'n' | join }} {{ ' a\u00a0 b ' | normalize_whitespace }}",
};

const faults: Readonly<Record<string, string>> = {
  "a comment in a block": "{% comment %}{% if x %}{% endcomment %}",
  "a block in a comment": "{% comment %}{% if %}{% endif %}{% endcomment %}",
  "an open block": "x\n{% if x %}\n\ny\n",
  "an open comment": "x\n{% comment %}\n\ny\n",
  "an open raw": "x\n{% raw %}\n\n{%- endraw -%}",
  "an end of nothing": "{% if page %}{% end %}{% endif %}",
  "the end of no tag": "{% if page %}{% endnosuch %}{% endif %}",
  "a branch of nothing": "{% elsif page %}",
  "words behind raw": "{% raw x %}{% endraw %}",
  "no name of a tag": "{% comment %}{% %}{% endcomment %}",
  "nothing to capture": "{% capture %}{% endcapture %}",
  "nothing to cycle": "{% cycle %}",
  "a property of a number": "{% assign n = '1' | plus: 1 %}{{ n | map: 'x' }}",
  "a condition in a filter": "{{ site.pages | where_exp: 'x', 'x ! y' }}",
  "a fault in an include": "x\n{% include open.html %}",
  "no such include in an include": "x\n{% include missing.html %}",
};

describe.skipIf(!hasJekyll)("turns of Jekyll's that few sites take", () => {
  it.each(Object.entries({ posts, publishing, layouts, liquid, filters }))(
    "%s",
    async (_, site) => {
      const { golden, ours } = await buildBoth(site);
      expect(ours.files).toEqual(golden.files);
      expect(golden.files.size).toBeGreaterThan(3);
      expect(golden.ok).toBe(true);
      for (const line of golden.said.match(/(?:Warning|Skipping): .*?(?:exist\.|date|'\.)/g) ?? [])
        expect(ours.said).toContain(line);
    },
    60_000,
  );

  it.each(Object.entries(faults))(
    "%s is told in its words",
    async (_, text) => {
      const { golden, ours } = await buildBoth({
        "_includes/open.html": "a\n{% if x %}\nb\n",
        "_includes/missing.html": "a\n{% include no.html %}",
        "page.html": `---\n---\n${text}`,
      });
      const told = /Liquid Exception: (.*? in \S+)(?= |$)/.exec(golden.said)![1]!;
      expect([golden.ok, ours.ok]).toEqual([false, false]);
      expect(ours.said).toContain(told);
    },
    60_000,
  );

  it("a plugin that the safe mode keeps out is not missed", async () => {
    const site = { "_config.yml": "plugins: [jekyll-paginate]\npaginate: 1\n", "index.html": "---\n---\nx" };
    const { golden, ours } = await buildBoth(site, { flags: ["--safe"], options: { safe: true } });
    expect([golden.said.includes("pagination turned on"), ours.said.includes("pagination turned on")]).toEqual([
      false,
      false,
    ]);
    expect(ours.files).toEqual(golden.files);
  }, 60_000);

  it("of what is to come, also what is not published is told", async () => {
    const { golden, ours } = await buildBoth({ "_posts/2050-01-01-later.md": "---\npublished: false\n---\n" });
    const told = "Skipping: _posts/2050-01-01-later.md has a future date";
    expect([golden.said.includes(told), ours.said.includes(told)]).toEqual([true, true]);
  }, 60_000);
});
