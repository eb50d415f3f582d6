import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { build } from "../../src/build.js";
import { type Message, UserError } from "../../src/model/message.js";
import { readTree } from "../build/tree.js";
import { siteWith } from "./site.js";

/*
 * Shapes of paths that lead somewhere else on some system or in some program, through every value of a site that becomes a
 * path. Files around the site must neither change nor be read.
 */

const secret = "the-secret-of-another-folder";

const shapes: readonly string[] = [
  "../escaped",
  "../../escaped",
  "../../../../../../../../tmp/pumice-escaped",
  "a/../../escaped",
  "a/b/../../../escaped",
  "./../escaped",
  ".../escaped",
  "..",
  "../",
  ".",
  "./",
  "/../escaped",
  "//../escaped",
  "/etc/pumice-escaped",
  "//host/share",
  "\\\\host\\share",
  "..\\escaped",
  "..\\..\\escaped",
  "a\\..\\..\\escaped",
  "..%2fescaped",
  "%2e%2e/escaped",
  "%2e%2e%2fescaped",
  "..%5cescaped",
  "..%c0%afescaped",
  "%252e%252e%252fescaped",
  "．．/escaped",
  "‥/escaped",
  "..∕escaped",
  "..／escaped",
  "C:\\escaped",
  "C:escaped",
  "C:/escaped",
  "file:///tmp/pumice-escaped",
  "a\0/../../escaped",
  "..\0/escaped",
  "..;/escaped",
  "../escaped\n",
  " ../escaped",
  "~/escaped",
  "$HOME/escaped",
  "CON",
  "nul.txt",
  "a:stream",
  "a. ",
  "x".repeat(400),
  "石".repeat(200),
  "../secret",
  "../../secret",
  "../secret.html",
  "../secret.txt",
  "_site/../../secret.html",
];

/** Where the value stands: front matter of a post, or a line of the configuration. */
const doors: Readonly<Record<string, (value: string) => string>> = {
  permalink: (value) => `permalink: ${value}`,
  slug: (value) => `slug: ${value}`,
  "slug in a pattern": (value) => `permalink: /:slug/\nslug: ${value}`,
  "title in a pattern": (value) => `permalink: /:title/\ntitle: ${value}`,
  tags: (value) => `tags: [${value}]`,
  categories: (value) => `categories: [${value}]`,
  "categories in a pattern": (value) => `permalink: /:categories/:title/\ncategories: [${value}]`,
  layout: (value) => `layout: ${value}`,
  redirect_from: (value) => `redirect_from: [${value}]`,
  image: (value) => `image: ${value}`,
  cover: (value) => `cover: ${value}`,
  series: (value) => `series: ${value}`,
  lang: (value) => `lang: ${value}`,
};

/** Lines of a configuration with each shape in turn. */
const settings: Readonly<Record<string, (value: string) => string>> = {
  permalink: (value) => `permalink: ${value}`,
  paginate_path: (value) => `paginate: 1\npaginate_path: ${JSON.stringify(`${JSON.parse(value)}/:num`)}`,
  posts_dir: (value) => `posts_dir: ${value}`,
  drafts_dir: (value) => `show_drafts: true\ndrafts_dir: ${value}`,
  pages_dir: (value) => `pages_dir: ${value}`,
  layouts_dir: (value) => `layouts_dir: ${value}`,
  includes_dir: (value) => `includes_dir: ${value}`,
  assets_dir: (value) => `assets_dir: ${value}`,
  data_dir: (value) => `data_dir: ${value}`,
};

/** `around/a/b/site` is the site; what lies around it is another's. */
function surroundedSite(files: Readonly<Record<string, string>>): { around: string; site: string } {
  const foreign = ["secret.html", "secret.txt", "secret/index.html", "secret/post.html", "escaped/head.html"];
  const folders = ["", "a/", "a/b/"];
  const around = siteWith({
    ...Object.fromEntries(folders.flatMap((folder) => foreign.map((path) => [folder + path, secret]))),
    ...Object.fromEntries(Object.entries(files).map(([path, text]) => [`a/b/site/${path}`, text])),
  });
  return { around, site: join(around, "a/b/site") };
}

/** Everything but what a build may write. */
function treeAround(around: string): Record<string, string> {
  const own = /^a\/b\/site\/(?:_site|\.pumice)\//;
  return Object.fromEntries(Object.entries(readTree(around)).filter(([path]) => !own.test(path)));
}

const post = (index: number, line: string): readonly [string, string] => [
  `posts/2020-01-${String((index % 28) + 1).padStart(2, "0")}-post-${index}.html`,
  `---\n${line}\n---\n<p>Words ${index}. <img src="a.png" alt="a"></p>\n`,
];

async function expectToStayInside(files: Readonly<Record<string, string>>): Promise<void> {
  const { around, site } = surroundedSite(files);
  const before = treeAround(around);
  const messages = await messagesOf(site);
  expect(messages.filter(({ ruleId }) => ruleId === "internal-error")).toEqual([]);
  expect(treeAround(around)).toEqual(before);
  expect(existsSync("/tmp/pumice-escaped") || existsSync("/etc/pumice-escaped")).toBe(false);
  const output = existsSync(join(site, "_site")) ? readTree(join(site, "_site")) : {};
  expect(Object.keys(output).filter((path) => output[path]!.includes(secret))).toEqual([]);
}

/** A build that refuses says so. */
async function messagesOf(source: string): Promise<readonly Message[]> {
  try {
    return (await build({ source, keepGoing: true })).messages;
  } catch (error) {
    if (error instanceof UserError) return error.messages;
    throw error;
  }
}

const config = "title: A blog\nurl: https://blog.example\n";

describe(`${shapes.length} shapes of paths`, () => {
  it.each(Object.keys(doors))("as %s of a post write and read nothing outside", async (name) => {
    const posts = shapes.map((shape, index) => post(index, doors[name]!(JSON.stringify(shape))));
    await expectToStayInside({ "_config.yml": config, ...Object.fromEntries(posts) });
  });

  it.each(Object.keys(settings))("as %s of the configuration write and read nothing outside", async (name) => {
    for (const shape of shapes) {
      const line = settings[name]!(JSON.stringify(shape));
      await expectToStayInside({ "_config.yml": config + line, ...Object.fromEntries([post(1, "tags: [a]")]) });
    }
  });

  it("what is read outside would be seen", () => {
    const { around, site } = surroundedSite({});
    const before = treeAround(around);
    writeFileSync(join(site, "../escaped.html"), "x");
    expect(treeAround(around)).not.toEqual(before);
    expect(readFileSync(join(site, "../secret.html"), "utf8")).toBe(secret);
  });
});
