import { cpSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { build } from "../../src/build.js";
import { makeFolder, readFolder } from "../writer/folder.js";

/** Something that an author does to the files of a site; returns the paths that it touched. */
export type Edit = (source: string) => readonly string[];

/** What a clean build of the same files writes, without the version of the search index: path → text; undefined where it refuses. */
export async function cleanBuild(source: string): Promise<Record<string, string> | undefined> {
  const folder = makeFolder();
  cpSync(source, folder, { recursive: true, filter: (path) => !path.endsWith(".pumice") });
  const { ok } = await build({ source: folder });
  const files = ok ? readFolder(join(folder, "_site")) : undefined;
  rmSync(folder, { recursive: true });
  return files && Object.fromEntries(Object.entries(files).map(([path, text]) => [path, withoutVersion(path, text)]));
}

/** A development session gives its search index versions of its own. */
export function withoutVersion(path: string, text: string): string {
  return path === "search/index.json" ? text.replace(/"version":"[^"]+"/, '"version":"?"') : text;
}

const slugs = ["ink", "vellum", "knife", "quill", "chalk"];
const tags = ["C++", "手稿", "Pumice", "pumice", "Lime"];

const post = fc.record({
  title: fc.constantFrom("Ink", "A & B 刮刀"),
  // Few days and titles, so that many an edit changes nothing but the body, or the tags.
  day: fc.constantFrom(1, 1, 1, 2),
  tags: fc.uniqueArray(fc.constantFrom(...tags), { maxLength: 3 }),
  link: fc.constantFrom(...slugs),
  body: fc.constantFrom("soft", "hard", "worn"),
  extra: fc.constantFrom(
    "",
    "pin: 1\n",
    "published: false\n",
    "redirect_from: [/old/]\n",
    "permalink: /own/\n",
    "hidden: true\n",
  ),
});

function printPost({
  title,
  day,
  tags,
  link,
  body,
  extra,
}: typeof post extends fc.Arbitrary<infer T> ? T : never): string {
  const front = `title: "${title}"\ndate: 2024-03-${String(day).padStart(2, "0")}\ntags: ${JSON.stringify(tags)}\n${extra}`;
  return `---\n${front}---\n<p>The skin is ${body}, see <a href="/2024/03/01/${link}.html">it</a>.</p>\n`;
}

const write =
  (path: string, text: string): Edit =>
  (source) => {
    mkdirSync(dirname(join(source, path)), { recursive: true });
    writeFileSync(join(source, path), text);
    return [path];
  };

/** As editors save: a new file takes the place of the old one. */
const saveByRename =
  (path: string, text: string): Edit =>
  (source) => {
    write(`${path}.tmp`, text)(source);
    renameSync(join(source, `${path}.tmp`), join(source, path));
    return [`${path}.tmp`, path];
  };

const remove =
  (path: string): Edit =>
  (source) => {
    rmSync(join(source, path), { force: true, recursive: true });
    return [path];
  };

const move =
  (from: string, to: string): Edit =>
  (source) => {
    try {
      mkdirSync(dirname(join(source, to)), { recursive: true });
      renameSync(join(source, from), join(source, to));
    } catch {
      // There is nothing to move.
    }
    return [from, to];
  };

const postPath = fc.constantFrom(...slugs.map((slug) => `posts/${slug}.md`), "posts/old/ink.md");

/** Any edit. A build refuses two posts that ask for one permalink, and a layout whose include is gone. */
export const edit: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(postPath, post).map(([path, given]) => write(path, printPost(given))) },
  { weight: 3, arbitrary: fc.tuple(postPath, post).map(([path, given]) => saveByRename(path, printPost(given))) },
  { weight: 2, arbitrary: postPath.map(remove) },
  { weight: 2, arbitrary: fc.tuple(postPath, postPath).map(([from, to]) => move(from, to)) },
  fc
    .constantFrom("one", "two")
    .map((word) => write("pages/about.md", `---\ntitle: About\n---\nNumber ${word} of {{ site.data.shop.name }}.\n`)),
  fc.constantFrom("one", "two").map((word) => write("data/shop.yml", `name: ${word}\n`)),
  fc
    .constantFrom("one", "two")
    .map((word) =>
      write("layouts/post.html", `<title>{{ page.title }}</title>{% include note.html %}{{ content }}${word}`),
    ),
  fc
    .constantFrom("one", "two")
    .map((word) => write("includes/note.html", `<p>${word} {{ site.time }} {{ site.menu | size }}</p>`)),
  fc.constantFrom("red", "blue").map((word) => write("assets/theme.css", `a { color: ${word} }\n`)),
  fc.constantFrom("a", "b").map((word) => write("posts/picture.txt", word)),
  fc
    .constantFrom("One", "Two")
    .map((word) => write("_config.yml", `title: ${word}\nurl: https://example.org\npaginate: ${word.length}\n`)),
  fc.constantFrom("layouts", "includes", "posts/old", "posts/picture.txt", "pages", "data").map(remove),
);

/** The files that the sequences begin with. */
export const firstFiles: Readonly<Record<string, string>> = {
  "_config.yml": "title: One\nurl: https://example.org\npaginate: 2\n",
  "includes/note.html": "<p>note</p>",
  "data/shop.yml": "name: one\n",
  "posts/ink.md": "---\ntitle: Ink\ndate: 2024-03-01\ntags: [C++]\n---\n<p>Black.</p>\n",
  "posts/knife.md": '---\ntitle: Knife\ndate: 2024-03-02\n---\n<p>Sharp, unlike <a href="ink.md">ink</a>.</p>\n',
};
