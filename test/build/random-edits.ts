import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import fc from "fast-check";

/*
 * A small site in which everything depends on something else, and the edits that an owner makes to it.
 */

const slugs = ["one", "two", "three", "four", "five", "six"];
const tags = ["Pumice", "C++", "石头", "Old News"];
const categories = ["Notes", "Letters"];
const words = ["lava", "foam", "parchment", "scribe", "浮石", "grey", "light"];

interface PostText {
  readonly title: string;
  readonly tags: readonly string[];
  readonly category: string;
  readonly day: number;
  readonly pinned: boolean;
  readonly draft: boolean;
  readonly link: string;
  readonly body: string;
}

const postText: fc.Arbitrary<PostText> = fc.record({
  title: fc.constantFrom(...words),
  tags: fc.subarray(tags),
  category: fc.constantFrom(...categories),
  day: fc.integer({ min: 1, max: 28 }),
  pinned: fc.boolean(),
  draft: fc.nat(9).map((number) => number === 0),
  link: fc.constantFrom(...slugs),
  body: fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 30 }).map((list) => list.join(" ")),
});

function printPost({ title, tags, category, day, pinned, draft, link, body }: PostText): string {
  return `---
title: ${title}
date: 2024-03-${String(day).padStart(2, "0")} 10:00:00
tags: [${tags.map((tag) => `"${tag}"`).join(", ")}]
categories: ${category}
${pinned ? "pin: true\n" : ""}${draft ? "draft: true\n" : ""}---
<h2>${title} again</h2>
<p>${body}, see <a href="/2024/03/${link}.html">that</a> and <a href="${link}.html">this</a>.</p>
<pre><code class="language-js">const ${title.replace(/\W/g, "x")} = 1;</code></pre>
`;
}

/** One thing that happens to the files of a site. */
export interface Edit {
  readonly name: string;
  readonly apply: (site: string) => void;
}

export const put = (path: string, text: string): Edit => ({
  name: `put ${path}`,
  apply: (site) => {
    mkdirSync(dirname(join(site, path)), { recursive: true });
    writeFileSync(join(site, path), text);
  },
});

export const remove = (path: string): Edit => ({
  name: `remove ${path}`,
  apply: (site) => rmSync(join(site, path), { force: true }),
});

export const rename = (from: string, to: string): Edit => ({
  name: `rename ${from} ${to}`,
  apply: (site) => {
    if (existsSync(join(site, from))) renameSync(join(site, from), join(site, to));
  },
});

const touch = (path: string, seconds: number): Edit => ({
  name: `touch ${path} ${seconds}`,
  apply: (site) => {
    if (existsSync(join(site, path))) utimesSync(join(site, path), seconds, seconds);
  },
});

export const replace = (path: string, from: string, to: string): Edit => ({
  name: `replace in ${path}: ${from} by ${to}`,
  apply: (site) => {
    if (!existsSync(join(site, path))) return;
    writeFileSync(join(site, path), readFileSync(join(site, path), "utf8").replaceAll(from, to));
  },
});

const postPath = fc.constantFrom(...slugs).map((slug) => `posts/2024-03-01-${slug}.html`);
const word = fc.constantFrom(...words);

const config = fc
  .record({ title: word, paginate: fc.integer({ min: 1, max: 4 }), base: fc.constantFrom("", "/blog"), note: word })
  .map(({ title, paginate, base, note }) =>
    put(
      "_config.yml",
      `title: ${title}\nurl: https://example.org\nbaseurl: "${base}"\npaginate: ${paginate}\npermalink: /:year/:month/:title.html\nnote: ${note}\n`,
    ),
  );

const layout = word.map((text) =>
  put(
    "layouts/term.html",
    `---\nlayout: default\n---\n<h1>${text} {{ page.title }}</h1>{% include own.html %}{% for post in paginator.posts %}<a href="{{ post.url | relative_url }}">{{ post.title }}</a>{% endfor %}`,
  ),
);
const include = word.map((text) =>
  put("includes/own.html", `<p>${text} {{ site.note }} {{ site.data.people.first }}</p>`),
);
const themeInclude = word.map((text) => put("includes/footer.html", `<footer>${text} {{ site.title }}</footer>`));
const data = word.map((text) => put("data/people.yml", `first: ${text}\n`));
const page = word.map((text) =>
  put(
    "pages/about.html",
    `---\ntitle: About ${text}\n---\n<p>{{ site.data.people.first }} {{ site.time }} ${text}</p>`,
  ),
);
const style = word.map((text) => put("assets/theme.css", `p::after { content: "${text}" }\n`));
const picture = word.map((text) =>
  put("assets/picture.svg", `<svg xmlns="http://www.w3.org/2000/svg"><title>${text}</title></svg>`),
);
const attachment = word.map((text) => put("posts/note.txt", text));

/** Small changes within a post: of what no other page shows (code, an id), lists alone (the description) or many (the title). */
export const retouch: fc.Arbitrary<Edit> = fc
  .tuple(
    postPath,
    fc.constantFrom(
      ["= 1;", "= 2;"],
      ["= 2;", "= 1;"],
      ["again</h2>", "anew</h2>"],
      ["<h2>", '<h2 id="written">'],
      [", see ", ", read "],
      ['">this<', '#again">this<'],
      ["title: ", "title: The "],
    ),
  )
  .map(([path, [from, to]]) => replace(path, from!, to!));

/** All kinds of edits, the frequent ones more often. */
export const edit: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(postPath, postText).map(([path, text]) => put(path, printPost(text))) },
  { weight: 2, arbitrary: postPath.map(remove) },
  { weight: 2, arbitrary: fc.tuple(postPath, postPath).map(([from, to]) => rename(from, to)) },
  { weight: 4, arbitrary: retouch },
  { weight: 2, arbitrary: fc.tuple(postPath, word, word).map(([path, from, to]) => replace(path, from, to)) },
  {
    weight: 2,
    arbitrary: fc.tuple(postPath, fc.integer({ min: 1e9, max: 2e9 })).map(([path, time]) => touch(path, time)),
  },
  { weight: 2, arbitrary: fc.oneof(config, layout, include, themeInclude, data, page, style, picture, attachment) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom(
        "layouts/term.html",
        "includes/footer.html",
        "data/people.yml",
        "pages/about.html",
        "assets/theme.css",
        "posts/note.txt",
      )
      .map(remove),
  },
);

/** What the owner, or an accident, does to the finished site or the cache. */
export const accident: fc.Arbitrary<Edit> = fc.oneof(
  fc.constantFrom("_site/index.html", "_site/feed.xml", "_site/tags/index.html").map(remove),
  fc.constantFrom("_site/index.html", "_site/sitemap.xml").map((path) => replace(path, "</", "</ ")),
  fc.constantFrom("_site/index.html", "_site/archive/index.html").map((path) => touch(path, 1_000_000_000)),
  fc.constantFrom(".pumice/posts/posts.index").map((path) => replace(path, "grey", "gray")),
);

/** The site before the first edit. */
export function writeFirstSite(site: string): void {
  const posts = slugs.slice(0, 4).map((slug, index) =>
    put(
      `posts/2024-03-01-${slug}.html`,
      printPost({
        title: words[index]!,
        tags: tags.slice(0, index),
        category: categories[index % 2]!,
        day: index + 1,
        pinned: false,
        draft: false,
        link: slugs[index + 1]!,
        body: words.join(" "),
      }),
    ),
  );
  const settings =
    "title: Stones\nurl: https://example.org\npaginate: 2\npermalink: /:year/:month/:title.html\nnote: dry\n";
  const others = [
    put("_config.yml", settings),
    put("includes/own.html", "<p>own {{ site.note }}</p>"),
    put("data/people.yml", "first: Pliny\n"),
  ];
  for (const edit of [...posts, ...others]) edit.apply(site);
}
