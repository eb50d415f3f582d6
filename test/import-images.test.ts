import { cpSync, existsSync, readdirSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { build } from "../src/build.js";
import { importImages } from "../src/import-images.js";
import { run } from "./commands/terminal.js";
import { makeFolder } from "./writer/folder.js";

/*
 * A real server on this machine stands for the old host. `seen` is what it was asked.
 */

const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
let server: Server;
let origin: string;
const seen: string[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    const { url = "" } = request;
    seen.push(url);
    if (url.startsWith("/moved")) response.writeHead(302, { location: "/a.png" }).end();
    else if (url.startsWith("/inside")) response.writeHead(302, { location: "file:///etc/passwd" }).end();
    else if (url.startsWith("/tired")) response.writeHead(429).end();
    else if (url.startsWith("/page")) response.end("<!doctype html><title>Sign in</title>");
    else if (url.startsWith("/drawing")) response.end('<?xml version="1.0"?><svg xmlns="x"><script/></svg>');
    else if (/^\/[ab]/.test(url)) response.end(png);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

beforeEach(() => {
  seen.length = 0;
});

const config = "url: https://blog.example\nexternal_links: { private: true, timeout: 1 }\n";
const picture = (path: string) => `<p>Words.</p><p><img src="${origin}${path}" alt="x"></p>`;
const post = (body: string, front = "") => `---\ntitle: A\ndate: 2020-01-02\n${front}---\n${body}\n`;
const read = (source: string, path: string) => readFileSync(join(source, path), "utf8");

describe("import-images", () => {
  test("fetches each picture once and lets the posts name the copies, which a build publishes", async () => {
    const source = makeFolder({
      "_config.yml": config,
      "posts/a.html": post(picture("/a.png") + picture("/moved.png")),
      "posts/b.md": post(`![x](${origin}/a.png)`, `image: ${origin}/b.png?x=1&y=2\n`),
      "posts/c.html": post(`<p><img src="mine.txt" alt="x"></p>`),
      "posts/mine.txt": "no picture, but mine",
    });
    const result = await importImages({ source });
    expect(result).toMatchObject({ wanted: 3, hosts: 1, fetched: 3, known: 0, messages: [] });
    expect(result.posts).toEqual(["posts/a.html", "posts/b.md"]);
    expect(seen.filter((path) => path === "/b.png?x=1&y=2")).toHaveLength(1);
    for (const path of result.posts) expect(read(source, path)).not.toContain(origin);
    const names = readdirSync(join(source, "assets/imported"));
    expect(names).toHaveLength(3);
    for (const name of names) expect(name).toMatch(/^[0-9a-f]{16}\.png$/);

    const { ok, messages } = await build({ source, baseurl: "/sub" });
    expect([ok, messages.filter(({ severity }) => severity !== "info")]).toEqual([true, []]);
    const [src] = /\/sub\/assets\/imported\/\w+\.png/.exec(read(source, "_site/2020/01/02/a.html"))!;
    expect(readFileSync(join(source, "_site", src.replace("/sub", "")))).toEqual(png);

    seen.length = 0;
    expect(await importImages({ source })).toMatchObject({ wanted: 0, fetched: 0, posts: [] });
    expect(seen).toEqual([]);
  });

  test("goes on where it was, with what was fetched before", async () => {
    const files = { "_config.yml": config, "posts/a.html": post(picture("/a.png")) };
    const source = makeFolder(files);
    expect((await importImages({ source })).messages).toEqual([]);
    const again = makeFolder({ ...files, "posts/b.html": post(picture("/b.png")) });
    const [name] = readdirSync(join(source, "assets/imported"));
    cpSync(join(source, "assets"), join(again, "assets"), { recursive: true });
    seen.length = 0;
    expect(await importImages({ source: again })).toMatchObject({ wanted: 2, known: 1, fetched: 1 });
    expect(seen).toEqual(["/b.png"]);
    expect(read(again, "posts/a.html")).toContain(`/assets/imported/${name}`);
  });

  test.each([
    ["/none.png", "status 404"],
    ["/page.png", "what came is no picture"],
    ["/drawing.svg", "an SVG, which may hold scripts: look at it and save it yourself"],
    ["/inside.png", "file: is no web address"],
  ])("%s is told at its place, and the post stays as it is", async (path, why) => {
    const text = post(picture(path));
    const source = makeFolder({ "_config.yml": config, "posts/a.html": text });
    const { fetched, messages } = await importImages({ source });
    expect(fetched).toBe(0);
    expect(messages).toEqual([
      expect.objectContaining({
        ruleId: "image-not-fetched",
        reason: `The picture ${origin}${path} could not be fetched (${why})`,
        file: "posts/a.html",
        line: 5,
        column: 27,
      }),
    ]);
    expect(read(source, "posts/a.html")).toBe(text);
    expect(existsSync(join(source, "assets"))).toBe(false);
  });

  test("a host that asks for a pause is left alone", async () => {
    const paths = [1, 2, 3, 4, 5, 6].map((n) => `/tired-${n}.png`);
    const source = makeFolder({ "_config.yml": config, "posts/a.html": post(paths.map(picture).join("\n")) });
    const { messages } = await importImages({ source });
    expect(messages).toHaveLength(6);
    // Two were under way at the same time.
    expect(seen.length).toBeLessThanOrEqual(2);
  });

  test("nothing of the own network is asked unless the configuration says so", async () => {
    const { port } = server.address() as AddressInfo;
    const hosts = [
      `127.0.0.1:${port}`,
      `localhost:${port}`,
      `[::1]:${port}`,
      "169.254.169.254",
      "0x7f.1",
      "[::ffff:10.0.0.1]",
    ];
    const body = hosts.map((host) => `<p><img src="http://${host}/a.png" alt=""></p>`).join("\n");
    const source = makeFolder({ "_config.yml": "url: https://blog.example\n", "posts/a.html": post(body) });
    const { fetched, messages } = await importImages({ source });
    expect([fetched, seen]).toEqual([0, []]);
    expect(messages).toHaveLength(hosts.length);
    for (const { reason } of messages) expect(reason).toContain("the own network");
  });

  test("--dry-run counts and does nothing; `ignore` leaves hosts out", async () => {
    const text = post(picture("/a.png"));
    const source = makeFolder({ "_config.yml": config, "posts/a.html": text });
    const dry = await run(["import-images", "-s", source, "--dry-run"]);
    expect(dry.stderr).toContain("The posts show 1 picture of 1 host, 0 of them fetched already");
    const ignored = config.replace("private", "ignore: [127.0.0.1], private");
    const other = makeFolder({ "_config.yml": ignored, "posts/a.html": text });
    expect(await importImages({ source: other })).toMatchObject({ wanted: 0 });
    expect(seen).toEqual([]);
    const done = await run(["import-images", "-s", source]);
    expect(done.stderr).toContain("Fetched 1 of 1 picture of 1 host (70 B) into assets/imported/ · changed 1 post");
    expect(done.exitCode).toBe(0);
  });
});
