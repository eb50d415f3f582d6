import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { get, request } from "node:http";
import { connect } from "node:net";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";
import { build } from "../../src/build.js";
import { addFiles, makeFolder, readFolder } from "../writer/folder.js";
import { eventually, openDev } from "./dev.js";
import { cleanBuild, edit, firstFiles, withoutVersion } from "./small-site.js";

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function open(files: Readonly<Record<string, string>>, given: Parameters<typeof openDev>[1] = {}) {
  const source = makeFolder(files);
  const dev = await openDev(source, given);
  closing.push(dev.close);
  return { source, ...dev };
}

const post = (title: string, body = "text", extra = "") =>
  `---\ntitle: ${title}\ndate: 2024-03-01\n${extra}---\n<p>${body}</p>\n`;

const client = /<script type="module" src="\/__pumice\/reload\.js" data-pumice="[^"]*"><\/script>\n$/;

const textAt = async (url: string) => (await (await fetch(url)).text()).replace(client, "");

/** A request with headers that `fetch` does not let through. */
function raw(port: number, path: string, headers: Record<string, string> = {}, method = "GET") {
  return new Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; text: string }>((resolve, reject) => {
    const call = request({ port, path, method, headers, host: "127.0.0.1" }, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (chunk: string) => {
        text += chunk;
      });
      response.on("end", () => resolve({ status: response.statusCode!, headers: response.headers, text }));
    });
    call.on("error", reject).end();
  });
}

/** What the server says to these bytes before it hangs up. */
function speak(port: number, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1").setEncoding("utf8");
    let text = "";
    socket.on("data", (chunk: string) => {
      text += chunk;
    });
    socket.on("close", () => resolve(text)).on("error", reject);
    socket.write(bytes);
  });
}

describe("pages", () => {
  test("are what a build writes, byte for byte, with the client behind them", async () => {
    const { url, source } = await open({ ...firstFiles, "assets/a.svg": "<svg/>", "posts/picture.txt": "picture" });
    const expected = (await cleanBuild(source))!;
    expect(Object.keys(expected).length).toBeGreaterThan(12);
    for (const [path, text] of Object.entries(expected)) {
      const response = await fetch(`${url}/${encodeURI(path)}`);
      const body = await response.text();
      expect(withoutVersion(path, body.replace(client, "")), path).toBe(text);
      expect(client.test(body), path).toBe(path.endsWith(".html"));
      expect(response.status).toBe(200);
    }
  });

  test("folders, missing slashes and extensions, what is not there, and what has not changed", async () => {
    const { url } = await open(firstFiles);
    expect((await fetch(`${url}/tags/`)).status).toBe(200);
    const moved = await fetch(`${url}/tags`, { redirect: "manual" });
    expect([moved.status, moved.headers.get("location")]).toEqual([302, "/tags/"]);
    expect((await fetch(`${url}/2024/03/01/ink`)).status).toBe(200);
    const missing = await fetch(`${url}/nothing`);
    expect(missing.status).toBe(404);
    expect(await missing.text()).toMatch(client);
    const first = await fetch(`${url}/`);
    const again = await raw(Number(new URL(url).port), "/", { "If-None-Match": first.headers.get("etag")! });
    expect([again.status, again.text]).toEqual([304, ""]);
    expect((await fetch(`${url}/`, { method: "HEAD" })).headers.get("content-length")).toBe(
      String(Buffer.byteLength(await first.text())),
    );
  });

  test("live under the base path", async () => {
    const { url } = await open({ ...firstFiles, "_config.yml": "baseurl: /blog\n" });
    const root = await fetch(`${url}/`, { redirect: "manual" });
    expect([root.status, root.headers.get("location")]).toEqual([302, "/blog/"]);
    expect(await textAt(`${url}/blog/`)).toContain('href="/blog/');
    expect((await fetch(`${url}/tags/`)).status).toBe(404);
    expect((await fetch(`${url}/blog/tags`, { redirect: "manual" })).headers.get("location")).toBe("/blog/tags/");
  });

  test("the next free port is taken", async () => {
    const first = await open(firstFiles);
    const second = await open(firstFiles, { port: first.port });
    expect(second.port).toBeGreaterThan(first.port);
    expect((await fetch(second.url)).status).toBe(200);
  });
});

describe("changes", () => {
  test("after random edits, noticed by the watcher alone, every page is that of a clean build", async () => {
    const runs = Number(process.env.PUMICE_SEQUENCES ?? 4);
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 8 }), async (edits) => {
        const { url, source, close } = await open(firstFiles);
        for (const apply of edits) apply(source);
        const expected = await cleanBuild(source);
        if (!expected) return;
        await eventually(async () => {
          for (const [path, text] of Object.entries(expected))
            expect(withoutVersion(path, await textAt(`${url}/${path}`)), path).toBe(text);
        });
        closing.pop();
        await close();
        rmSync(source, { recursive: true });
      }),
      { numRuns: runs, endOnFailure: true },
    );
  });

  test("a branch switch of a thousand files", async () => {
    const many = (word: string) =>
      Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`posts/p${index}.md`, post(`P${index}`, word)]));
    const { url, source } = await open(many("old"));
    renameSync(join(source, "posts"), join(source, "aside"));
    addFiles(source, many("new"));
    addFiles(source, { "posts/more/q.md": post("Q", "one more") });
    await eventually(async () => {
      expect(await textAt(`${url}/2024/03/01/p999.html`)).toContain("new");
      expect(await textAt(`${url}/2024/03/01/p0.html`)).toContain("new");
      expect(await textAt(`${url}/2024/03/01/q.html`)).toContain("one more");
    }, 60_000);
  });

  test("a file that is emptied before it is written is not seen empty; a half-written one is replaced", async () => {
    const { url, source } = await open({ "posts/a.md": post("A", "first") });
    const file = join(source, "posts/a.md");
    writeFileSync(file, "");
    await new Promise((resolve) => setTimeout(resolve, 40));
    expect(await textAt(`${url}/2024/03/01/a.html`)).toContain("first");
    writeFileSync(file, post("A", "half a sen").slice(0, -12));
    writeFileSync(file, post("A", "half a sentence"));
    await eventually(async () => expect(await textAt(`${url}/2024/03/01/a.html`)).toContain("half a sentence"));
  });

  test("saves during a refresh wait together, and the newest wins", async () => {
    const seen: number[] = [];
    const { url, source } = await open({ "posts/a.md": post("A", "0") }, { onChange: () => seen.push(1) });
    for (let count = 1; count <= 200; count += 1)
      writeFileSync(join(source, "posts/a.md"), post("A", `save ${count}!`));
    await eventually(async () => expect(await textAt(`${url}/2024/03/01/a.html`)).toContain("save 200!"));
    expect(seen.length).toBeLessThan(200);
  });

  test.each([
    ["told by the system", false],
    ["looked for again and again", true],
  ])("a folder that comes whole, nested and by a move, then goes; %s", async (_, polling) => {
    const { url, source } = await open(firstFiles, { polling });
    mkdirSync(join(source, "posts/2020/deep"), { recursive: true });
    writeFileSync(join(source, "posts/2020/deep/a.md"), post("A", "deep"));
    await eventually(async () => expect(await textAt(`${url}/2024/03/01/a.html`)).toContain("deep"));
    renameSync(join(source, "posts/2020"), join(source, "posts/2021"));
    writeFileSync(join(source, "posts/2021/deep/a.md"), post("A", "deeper"));
    await eventually(async () => expect(await textAt(`${url}/2024/03/01/a.html`)).toContain("deeper"));
    rmSync(join(source, "posts/2021"), { recursive: true });
    await eventually(async () => expect((await fetch(`${url}/2024/03/01/a.html`)).status).toBe(404));
  });

  test("a build can run beside, and nothing is written into the destination otherwise", async () => {
    const { url, source } = await open(firstFiles);
    await textAt(`${url}/`);
    expect(readFolder(join(source, "_site"))).toEqual({});
    addFiles(source, { "posts/new.md": post("New", "brand new") });
    await eventually(async () => expect(await textAt(`${url}/2024/03/01/new.html`)).toContain("brand new"));
    expect((await build({ source })).ok).toBe(true);
    for (const path of ["index.html", "2024/03/01/new.html", "2024/03/01/ink.html"]) {
      expect(await textAt(`${url}/${path}`)).toBe(readFolder(join(source, "_site"))[path]);
    }
  });
});

describe("requests that get nothing", () => {
  const files = { ...firstFiles, ".env": "SECRET", "posts/.hidden": "SECRET", "secret.txt": "SECRET" };

  test.each([
    ["another name (DNS rebinding)", "/", { Host: "evil.example" }],
    ["a name that begins like ours", "/", { Host: "localhost.evil.example" }],
    ["an address of a network", "/", { Host: "192.168.1.7" }],
    ["a script element of another site", "/", { "Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors" }],
    [
      "a frame of another site",
      "/",
      { "Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "iframe" },
    ],
    ["a fetch from another port", "/", { "Sec-Fetch-Site": "same-site", "Sec-Fetch-Mode": "cors" }],
    ["events for another origin", "/__pumice/events?page=/", { Origin: "http://evil.example" }],
    ["events for another port", "/__pumice/events?page=/", { Origin: "http://localhost:1" }],
    ["events for a sandboxed frame", "/__pumice/events?page=/", { Origin: "null" }],
    [
      "events across sites",
      "/__pumice/events?page=/",
      { "Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document" },
    ],
  ])("%s: 403", async (_, path, headers) => {
    const { port } = await open(files);
    const answer = await raw(port, path, { Host: `localhost:${port}`, ...headers });
    expect(answer.status).toBe(403);
    expect(answer.text.length).toBeLessThan(80);
  });

  test.each([
    "/../secret.txt",
    "/..%2fsecret.txt",
    "/%2e%2e/secret.txt",
    "/%2e%2e%2fsecret.txt",
    "/..%5csecret.txt",
    "/..\\secret.txt",
    "/%00",
    "/a%00.html",
    "/%E0%A4%A",
    "/%",
    "/%0d%0aSet-Cookie:a=b",
    "//evil.example/",
    "/tags/..;/secret.txt",
    "/secret.txt",
    "/.env",
    "/posts/.hidden",
    "/posts/ink.md",
    "/_config.yml",
    "/.pumice/lock",
    "/__pumice/",
    "/__pumice/../../package.json",
    "/__pumice/serve.js",
    "/__pumice/constructor",
    "/@fs/etc/passwd",
    "/etc/passwd?raw",
    `/${"a".repeat(9000)}`,
    "http://evil.example/secret.txt",
    "*",
  ])("%s", async (path) => {
    const { port } = await open(files);
    const answer = await raw(port, path);
    expect([400, 404, 414]).toContain(answer.status);
    expect(answer.text).not.toContain("SECRET");
    expect(answer.headers["access-control-allow-origin"]).toBeUndefined();
    expect(answer.headers["set-cookie"]).toBeUndefined();
    expect((await raw(port, "/")).status).toBe(200);
  });

  test("other methods, and what is no HTTP at all", async () => {
    const { port } = await open(files);
    for (const method of ["POST", "PUT", "DELETE", "OPTIONS", "PATCH"]) {
      expect((await raw(port, "/", {}, method)).status).toBe(405);
    }
    expect(await speak(port, "GET / HTTP/1.0\r\n\r\n")).toMatch(/^HTTP\/1.1 403 /);
    expect(await speak(port, "\x00\x01nonsense\r\n\r\n")).toMatch(/^HTTP\/1.1 400 /);
    expect((await raw(port, "/")).status).toBe(200);
  });

  test("it listens on loopback only, and follows links from elsewhere", async () => {
    const { port } = await open(files);
    const link = { "Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document" };
    expect((await raw(port, "/", link)).status).toBe(200);
    for (const name of ["localhost", "127.0.0.1", "[::1]", "blog.localhost"]) {
      expect((await raw(port, "/", { Host: `${name}:${port}` })).status).toBe(200);
    }
    const { networkInterfaces } = await import("node:os");
    const outside = Object.values(networkInterfaces())
      .flat()
      .find((address) => address && !address.internal);
    if (outside) await expect(fetch(`http://${outside.address}:${port}/`)).rejects.toThrow();
  });

  test("a page that asks for events hears its state, and no more than a hundred may", async () => {
    const { port } = await open(files);
    const streams = await Promise.all(
      Array.from(
        { length: 101 },
        () =>
          new Promise<number>((resolve) => {
            const call = get({ port, path: "/__pumice/events?page=/", host: "127.0.0.1" }, (response) =>
              resolve(response.statusCode!),
            );
            call.on("error", () => {});
            closing.unshift(async () => void call.destroy());
          }),
      ),
    );
    expect(streams.filter((status) => status === 200)).toHaveLength(100);
    expect(streams.filter((status) => status === 503)).toHaveLength(1);
  });
});
