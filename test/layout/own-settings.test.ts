import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { build } from "../../src/engine.js";
import { makeFolder } from "../writer/folder.js";

async function pageOf(config: string, post: string, path = "2024/03/01/pots.html"): Promise<string> {
  const site = makeFolder({ "_config.yml": config, "posts/2024-03-01-pots.md": post });
  const { ok, messages } = await build({ source: site });
  expect(ok, JSON.stringify(messages)).toBe(true);
  return readFileSync(join(site, "_site", path), "utf8");
}

test("the owner's menu takes the place of the usual one", async () => {
  const page = await pageOf("menu: [{ title: 架上, url: /shelf/ }]", "---\ntitle: Pots\n---\nText\n");
  const menu = /<nav [\s\S]*?<\/nav>/.exec(page)![0];
  expect([...menu.matchAll(/href="(.*?)"/g)].map(([, url]) => url)).toEqual(["/shelf/"]);
});

test("the author's word on the language is stronger than what the text shows", async () => {
  const text = "This is a note about the old tools of scribes, and it is for you to read in the evening. ".repeat(3);
  const page = (frontMatter: string) => pageOf("lang: zh-CN", `---\ntitle: Pots\n${frontMatter}---\n${text}\n`);
  expect(await page("")).toContain('<html lang="en">');
  expect(await page("lang: zh-TW\n")).toContain('<html lang="zh-TW">');
  const archive = await pageOf("lang: zh-CN", `---\ntitle: Pots\nlang: fr\n---\n${text}\n`, "archive/index.html");
  expect(archive).toMatch(/<a href="[^"]*" lang="fr">Pots</);
});
