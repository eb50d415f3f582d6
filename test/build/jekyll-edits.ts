import { existsSync, readdirSync, statSync, truncateSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { type Edit, put, remove, rename, replace } from "./random-edits.js";

/*
 * A small Jekyll site whose posts are long enough to be cached, and the edits that an owner makes to it.
 */

const slugs = ["one", "two", "three", "four"];
const words = ["lava", "foam", "parchment", "scribe", "浮石", "grey"];
const word = fc.constantFrom(...words);
/** kramdown's quotation marks. */
const curly = "lsquo,rsquo,ldquo,rdquo";
const straight = "apos,apos,quot,quot";
const postPath = fc.constantFrom(...slugs).map((slug) => `_posts/2024-03-01-${slug}.md`);

const putPost = (path: string, title: string, note: string): Edit =>
  put(
    path,
    `---\nlayout: post\ntitle: ${title}\ntags: [${note}]\n---\n## ${title}\n\n{{ site.data.people.first }}, ${note}\n\n${`*${title}* of "${note}". `.repeat(200)}`,
  );

const putConfig = (title: string, quotes: string): Edit =>
  put("_config.yml", `title: ${title}\ntimezone: UTC\nkramdown: {smart_quotes: "${quotes}", auto_ids: true}\n`);

const putLayout = (text: string): Edit =>
  put("_layouts/post.html", `<h1>${text} {{ page.title }}</h1>{% include foot.html %}{{ content }}{{ page.next.url }}`);

const putInclude = (text: string): Edit => put("_includes/foot.html", `<p>"${text}" {{ site.title }}</p>`);
const putPeople = (text: string): Edit => put("_data/people.yml", `first: ${text}\n`);

const putIndex = (text: string): Edit =>
  put("index.md", `---\n---\n"${text}" {% for post in site.posts %}{{ post.title }}: {{ post.excerpt }}{% endfor %}`);

/** Any of the edits. */
export const jekyllEdit: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(postPath, word, word).map((values) => putPost(...values)) },
  { weight: 1, arbitrary: postPath.map(remove) },
  { weight: 1, arbitrary: fc.tuple(postPath, postPath).map(([from, to]) => rename(from, to)) },
  { weight: 2, arbitrary: fc.tuple(postPath, word, word).map(([path, from, to]) => replace(path, from, to)) },
  { weight: 1, arbitrary: fc.tuple(word, fc.constantFrom(curly, straight)).map((values) => putConfig(...values)) },
  { weight: 1, arbitrary: fc.oneof(...[putLayout, putInclude, putPeople, putIndex].map((edit) => word.map(edit))) },
);

const cache = ".jekyll-cache/Jekyll/Cache/Pumice--Markdown";

/** Each file of the cache ends early, as when a machine went off while it was written. */
export const cutCache: Edit = {
  name: "cut the cache short",
  apply(site) {
    for (const file of cachedFiles(site)) truncateSync(file, Math.floor(statSync(file).size / 2));
  },
};

/** kramdown is told to convert otherwise, and no post changes. */
export const straightQuotes = putConfig("Stones", straight);

/** The files of converted Markdown. */
export function cachedFiles(site: string): readonly string[] {
  const folder = join(site, cache);
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** The site before the first edit. */
export function writeFirstJekyllSite(site: string): void {
  const posts = slugs
    .slice(0, 3)
    .map((slug, index) => putPost(`_posts/2024-03-01-${slug}.md`, words[index]!, words[index + 1]!));
  const others = [
    putConfig("Stones", curly),
    putLayout("own"),
    putInclude("foot"),
    putPeople("Pliny"),
    putIndex("All"),
  ];
  for (const { apply } of [...posts, ...others]) apply(site);
}
