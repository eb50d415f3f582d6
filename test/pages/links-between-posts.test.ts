import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { build } from "../../src/build.js";

let source: string;

const hex = Buffer.from("https://blog.csdn.net/writer/article/details/1234567").toString("hex");
const posts = {
  "2009-07-23-Flying.html":
    "---\ntitle: Flying\nblogger_orig_url: http://old.example/2009/06/how-to-fly.html\n---\n<p>Up.</p>",
  "2010-01-02-cut.md": `---\ntitle: Cut\n---\n<div id="content_views"><p>剪</p></div><p class_="artid" alt="${hex}"></p>`,
};

const write = (name: string, text: string): void => writeFileSync(join(source, name), text);

beforeEach(() => {
  source = mkdtempSync(join(tmpdir(), "pumice-links-"));
  mkdirSync(join(source, "posts"));
  for (const [name, text] of Object.entries(posts)) write(`posts/${name}`, text);
  write("_config.yml", "url: https://new.example\nown_hosts: [former.example]\n");
});

afterEach(() => rmSync(source, { recursive: true, force: true }));

const FLYING = "/2009/07/23/flying.html";
const CUT = "/2010/01/02/cut.html";
const output = (path: string): string => readFileSync(join(source, "_site", path), "utf8");

/** The paragraph with a link of a post that came from the same old blog, as it is published. */
async function linkTo(href: string): Promise<string> {
  write(
    "posts/2020-05-05-linking.html",
    `---\ntitle: Linking\nblogger_orig_url: http://old.example/l\n---\n<p>See <a href="${href}">it</a>.</p>`,
  );
  await build({ source });
  return /<p>See .*?<\/p>/.exec(output("2020/05/05/linking.html"))![0].replace(' rel="noopener"', "");
}

it.each([
  ["a path as Jekyll writes it", "/2009/07/23/Flying", FLYING],
  ["a path as Blogger writes it", "/2009/07/flying.html", FLYING],
  ["the old address", "http://old.example/2009/06/how-to-fly.html?utm_source=x#wings", `${FLYING}#wings`],
  ["a host that was the site's own", "https://former.example/2009/07/23/flying/", FLYING],
  ["an article of CSDN", "https://blog.csdn.net/Writer/article/details/1234567?spm=1001.2014", CUT],
  ["an article of CSDN at the writer's own host", "https://writer.blog.csdn.net/article/details/1234567", CUT],
  ["the file beside it, as code hosts link it", "2009-07-23-Flying.html#wings", `${FLYING}#wings`],
  ["the file on a way through other folders", "../posts/./2010-01-02-cut.md", CUT],
  ["Jekyll's tag", "{% post_url 2009-07-23-Flying %}", FLYING],
])("%s leads to the post", async (_, href, target) => {
  expect(await linkTo(href)).toMatch(new RegExp(`^<p>See <a href="${target}">it</a>\\.</p>$`, "i"));
});

it("leaves addresses of others alone, and a tag that names no post is no link", async () => {
  expect(await linkTo("https://blog.csdn.net/other/article/details/7654321")).toContain(
    'href="https://blog.csdn.net/other/article/details/7654321"',
  );
  expect(await linkTo("{% post_url 2001-01-01-never-written %}")).not.toContain("href");
});

it("redirects the path of a source where the owner asks for it", async () => {
  const path = "writer/article/details/1234567";
  await build({ source });
  expect(existsSync(join(source, "_site", path))).toBe(false);
  write("_config.yml", "redirect_sources: true\n");
  await build({ source });
  expect(output("_redirects")).toContain(`/${path}`);
  expect(output("_redirects")).toContain("/2009/06/how-to-fly.html");
});

it("names the source as canonical, unless that was this very site", async () => {
  const canonical = (): string => /<link rel="canonical" href="([^"]*)"/.exec(output(CUT))![1]!;
  write("_config.yml", "url: https://new.example\ncanonical_to_source: true\n");
  await build({ source });
  expect(canonical()).toBe("https://blog.csdn.net/writer/article/details/1234567");
  write("_config.yml", "url: https://new.example\ncanonical_to_source: true\nown_hosts: [blog.csdn.net]\n");
  await build({ source });
  expect(canonical()).toBe(`https://new.example${CUT}`);
});
