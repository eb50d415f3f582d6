import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { publishDraft } from "../../src/authoring/publish-draft.js";
import { loadConfig } from "../../src/config/load.js";
import { run } from "../commands/terminal.js";
import { writeSite } from "./author-site.js";

const noon = Date.UTC(2025, 2, 1, 12);
const config = "timezone: Asia/Shanghai\n";

function publishIn(files: Readonly<Record<string, string>>, named: string) {
  const site = writeSite({ "_config.yml": config, ...files });
  const moved = publishDraft(loadConfig({ source: site.source }).config, named, noon);
  return { ...site, ...moved, isThere: (path: string) => existsSync(join(site.source, path)) };
}

describe("publishDraft", () => {
  test("dates, releases and moves; comments, order and line ends stay", () => {
    const draft = '\ufeff---\r\n# why: because\r\ntitle: "A"\r\ndraft: true\r\ntags: [x]\r\n---\r\ndraft: true\r\n';
    const { read, to, isThere } = publishIn({ "drafts/a.md": draft }, "a");
    expect(to).toBe("posts/2025-03-01-a.md");
    expect(read(to)).toBe(
      '\ufeff---\r\n# why: because\r\ntitle: "A"\r\ntags: [x]\r\ndate: 2025-03-01T20:00:00+08:00\r\n---\r\ndraft: true\r\n',
    );
    expect(isThere("drafts/a.md")).toBe(false);
  });

  test.each([
    ["---\ntitle: A\ndate: 2001-01-01\n---\nB", "---\ntitle: A\ndate: 2025-03-01T20:00:00+08:00\n---\nB"],
    ["No front matter", "---\ndate: 2025-03-01T20:00:00+08:00\n---\nNo front matter"],
    ["---\nstatus: draft\npublished: false\n---\nB", "---\ndate: 2025-03-01T20:00:00+08:00\n---\nB"],
  ])("%j", (before, after) => {
    const { read, to } = publishIn({ "drafts/deep/2001-01-01-标题.md": before }, "drafts/deep/2001-01-01-标题.md");
    expect(to).toBe("posts/deep/2025-03-01-标题.md");
    expect(read(to)).toBe(after);
  });

  test("a draft in a folder of its own takes its pictures along", () => {
    const files = { "drafts/trip/index.md": "---\ntitle: T\n---\n![x](a.png)", "drafts/trip/a.png": "picture" };
    const { read, to, isThere } = publishIn(files, "trip");
    expect(to).toBe("posts/2025-03-01-trip/index.md");
    expect(read("posts/2025-03-01-trip/a.png")).toBe("picture");
    expect(isThere("drafts/trip")).toBe(false);
  });

  test("a post that is held back stays where it is", () => {
    const { read, to } = publishIn({ "posts/2001-01-01-a.md": "---\ndraft: true\n---\nB" }, "posts/2001-01-01-a.md");
    expect(to).toBe("posts/2001-01-01-a.md");
    expect(read(to)).toBe("---\ndate: 2025-03-01T20:00:00+08:00\n---\nB");
  });

  test("refuses what it cannot do, and then changes nothing", () => {
    const taken = { "drafts/a.md": "one", "posts/2025-03-01-a.md": "two" };
    expect(() => publishIn(taken, "a")).toThrow("There is a posts/2025-03-01-a.md already");
    expect(() => publishIn({ "drafts/alpha.md": "x" }, "alpah")).toThrow("no draft “alpah”");
    expect(() => publishIn({ "drafts/a.md": "x", "drafts/b/a.md": "y" }, "a")).toThrow("may be");
    expect(() => publishIn({ "drafts/a.md": "---\n{draft: true, title: A}\n---\nx" }, "a")).toThrow("by a program");
  });
});

test("pumice publish makes a draft appear", async () => {
  const { source } = writeSite({ "_config.yml": config, "drafts/later.md": "---\ntitle: Later\n---\nText" });
  expect((await run(["list", "posts", "--json", "-s", source])).stdout).not.toContain("Later");
  const published = await run(["publish", "later", "-s", source, "--date", "2020-05-05 08:00"]);
  expect(published).toMatchObject({ exitCode: 0, stdout: "posts/2020-05-05-later.md\n" });
  expect((await run(["list", "posts", "--json", "-s", source])).stdout).toContain("2020-05-05T08:00:00+08:00");
  const none = await run(["publish", "latre", "-s", source]);
  expect(none).toMatchObject({ exitCode: 2, stdout: "" });
});

test("a site of Jekyll's shape has its posts and drafts in Jekyll's folders", async () => {
  const { source, read } = writeSite({ "_config.yml": config, "_drafts/old.md": "---\ntitle: Old\n---\nText" });
  const published = await run(["publish", "old", "-s", source, "--date", "2020-05-05"]);
  expect(published).toMatchObject({ exitCode: 0, stdout: "_posts/2020-05-05-old.md\n" });
  expect(read("_posts/2020-05-05-old.md")).toContain("title: Old\ndate: 2020-05-05T00:00:00+08:00\n");
  expect(await run(["new", "Next", "--draft", "-s", source])).toMatchObject({ stdout: "_drafts/next.md\n" });
});
