import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { readHeadersFile } from "../../src/server/headers-file.js";
import { startPreview } from "../../src/server/preview.js";
import { readRedirectsFile } from "../../src/server/redirects-file.js";
import { addFiles, makeFolder } from "../writer/folder.js";

describe("_redirects", () => {
  const find = readRedirectsFile(`
# a comment
/old          /new.html
/blog/*       /posts/:splat   302
/at/:year/:month /archive/:year/#:month
/away         https://example.org/x?y=1  308!
/app/*        /app.html       200
/%E6%97%A7/   /new.html
/cn/*         /zh/:splat      302  Country=cn
bad           /new.html
/worse        javascript:alert(1)
/star/a*c     /b
/well-worn/ /new.html
`);

  test.each([
    ["/old", { status: 301, to: "/new.html", isForced: false }],
    ["/old/", { status: 301, to: "/new.html", isForced: false }],
    ["/blog/a/b c", { status: 302, to: "/posts/a/b%20c", isForced: false }],
    ["/blog", { status: 302, to: "/posts/", isForced: false }],
    ["/at/2024/03", { status: 301, to: "/archive/2024/#:month", isForced: false }],
    ["/away", { status: 308, to: "https://example.org/x?y=1", isForced: true }],
    ["/app/deep/down", { status: 200, to: "/app.html", isForced: false }],
    ["/旧/", { status: 301, to: "/new.html", isForced: false }],
    ["/star/abc", { status: 301, to: "/b", isForced: false }],
    ["/well-worn/", { status: 301, to: "/new.html", isForced: false }],
    ["/cn/x", undefined],
    ["/worse", undefined],
    ["/older", undefined],
    ["/x/old", undefined],
  ])("%s", (path, expected) => expect(find(path)).toEqual(expected));
});

test("_headers: patterns add up, what is no header is passed over", () => {
  const headersOf = readHeadersFile(
    "/*\n  X-Frame-Options: DENY\n  Vary: Accept\n  nonsense\n\n# comment\n/assets/*\n  Cache-Control: public, max-age=31536000, immutable\n  Vary: Cookie\n/:year/\n  X-Year: yes\n",
  );
  expect(headersOf("/")).toEqual({ "x-frame-options": "DENY", vary: "Accept" });
  expect(headersOf("/assets/a.css")).toEqual({
    "x-frame-options": "DENY",
    vary: "Accept, Cookie",
    "cache-control": "public, max-age=31536000, immutable",
  });
  expect(headersOf("/2024/")["x-year"]).toBe("yes");
  expect(headersOf("/2024/03/")["x-year"]).toBeUndefined();
});

describe("a published folder", () => {
  const closing: (() => void)[] = [];
  afterEach(() => {
    for (const close of closing.splice(0)) close();
  });

  async function open(files: Readonly<Record<string, string>>, baseurl = "") {
    const folder = makeFolder(files);
    const { port, close } = await startPreview({ folder, baseurl, host: "127.0.0.1", port: 0 });
    closing.push(close);
    const get = (path: string) => fetch(`http://localhost:${port}${path}`, { redirect: "manual" });
    const ask = async (path: string) => {
      const response = await get(path);
      return [response.status, response.headers.get("location") ?? (await response.text())];
    };
    return { folder, get, ask };
  }

  const site = {
    "index.html": "home",
    "about/index.html": "about",
    "page.html": "page",
    "404.html": "nothing here",
    "assets/a.css": "a{}",
    "旧/index.html": "old",
    "kept.html": "a file",
    ".env": "SECRET",
    ".well-known/security.txt": "contact",
    _headers: "/assets/*\n  Cache-Control: max-age=99\n",
    _redirects: "/gone /page.html 302\n/kept.html /page.html\n/forced /page.html 301!\n/app/* /page.html 200\n",
  };

  test("pages, slashes, extensions, redirects, rewrites, and the page for what is not there", async () => {
    const { ask, get } = await open({ ...site, "forced.html": "not shown" });
    expect(await ask("/")).toEqual([200, "home"]);
    expect(await ask("/about/")).toEqual([200, "about"]);
    expect(await ask("/about?a=b")).toEqual([301, "/about/?a=b"]);
    expect(await ask("/page")).toEqual([200, "page"]);
    expect(await ask("/page/")).toEqual([404, "nothing here"]);
    expect(await ask("/%E6%97%A7/")).toEqual([200, "old"]);
    expect(await ask("/gone")).toEqual([302, "/page.html"]);
    expect(await ask("/kept.html")).toEqual([200, "a file"]);
    expect(await ask("/forced")).toEqual([301, "/page.html"]);
    expect(await ask("/app/x/y")).toEqual([200, "page"]);
    expect(await ask("/.well-known/security.txt")).toEqual([200, "contact"]);
    const style = await get("/assets/a.css");
    expect(style.headers.get("cache-control")).toBe("max-age=99");
    expect(style.headers.get("content-type")).toBe("text/css; charset=utf-8");
    expect((await get("/")).headers.get("cache-control")).toBe("no-cache");
  });

  test("nothing that is not published", async () => {
    const { ask, folder } = await open(site);
    addFiles(`${folder}-evil`, { "secret.txt": "SECRET" });
    symlinkSync(`${folder}-evil`, join(folder, "link"));
    const paths = [
      "/.env",
      "/_headers",
      "/_redirects",
      "/link/secret.txt",
      "/..%2f",
      "/%2e%2e%2fetc",
      "/%00",
      `/${"a".repeat(300)}`,
    ];
    for (const path of [...paths, `/../${folder.split("/").at(-1)}-evil/secret.txt`]) {
      const [status, text] = await ask(path);
      expect([400, 404], path).toContain(status);
      expect(text, path).not.toContain("SECRET");
    }
  });

  test("under a base path", async () => {
    const { ask } = await open({ ...site, _redirects: "/blog/gone /blog/page.html\n" }, "/blog");
    expect(await ask("/")).toEqual([302, "/blog/"]);
    expect(await ask("/blog")).toEqual([200, "home"]);
    expect(await ask("/blog/about")).toEqual([301, "/blog/about/"]);
    expect(await ask("/blog/gone")).toEqual([301, "/blog/page.html"]);
    expect(await ask("/about/")).toEqual([404, "nothing here"]);
    expect(await ask("/blogger/")).toEqual([404, "nothing here"]);
  });

  test("a folder that is not there is the user's mistake", async () => {
    await expect(
      startPreview({ folder: join(makeFolder(), "no"), baseurl: "", host: "127.0.0.1", port: 0 }),
    ).rejects.toThrow("There is no");
  });
});
