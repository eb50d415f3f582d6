import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { build } from "../../src/build.js";
import { startPreview } from "../../src/server/preview.js";
import { noNginx, startNginx } from "../nginx.js";
import { makeFolder, readFolder } from "../writer/folder.js";

/*
 * What docs/deploy.md promises of a host, asked of a real nginx with our template and of `pumice preview`: both agree.
 */

interface Host {
  readonly port: number;
  readonly close: () => unknown;
}

const hosts: readonly (readonly [name: string, skip: string | undefined, start: typeof startNginx])[] = [
  ["nginx", noNginx, startNginx],
  ["pumice preview", undefined, preview],
];

const files = {
  "_config.yml": "title: Quarry\nurl: https://quarry.example\n",
  "posts/2024-03-05-石.md": "---\ntitle: Stone\nredirect_from: [/old/stone/]\n---\n<p>Grey and full of holes.</p>\n",
  "posts/2024-03-06-flat.md": "---\ntitle: Flat\npermalink: /flat.html\n---\n<p>As a table.</p>\n",
  "pages/about.md": "---\ntitle: About\n---\nA quarry.\n",
  "assets/note.txt": "kept under its name\n",
};

const cases = hosts.flatMap((host) => ["", "/blog"].map((baseurl) => ({ host, baseurl })));

describe.each(cases)("$host.0 with the base path '$baseurl'", ({ host: [, skip, start], baseurl }) => {
  describe.skipIf(skip)(skip ?? "runs", () => {
    let root: string;
    let host: Host;
    let assets: readonly string[];
    beforeAll(async () => {
      root = makeFolder(files);
      const destination = join(root, `public${baseurl}`);
      const { ok } = await build({ source: root, destination, baseurl });
      expect(ok).toBe(true);
      assets = Object.keys(readFolder(destination)).filter((path) => path.startsWith("assets/"));
      host = await start(join(root, "public"), baseurl);
    });
    afterAll(async () => {
      await host.close();
      rmSync(root, { recursive: true });
    });

    const get = (path: string, headers: Record<string, string> = {}) =>
      fetch(`http://127.0.0.1:${host.port}${path}`, { redirect: "manual", headers });
    const ask = async (path: string): Promise<unknown> => {
      const response = await get(baseurl + path);
      return [
        response.status,
        response.headers.get("location") ?? /<h1[^>]*>\s*([^<]*?)\s*</.exec(await response.text())?.[1],
      ];
    };

    test("pages, with and without their slash or extension", async () => {
      expect((await get(`${baseurl}/`)).status).toBe(200);
      expect(await ask("/about/")).toEqual([200, "About"]);
      expect(await ask("/about")).toEqual([301, `${baseurl}/about/`]);
      expect(await ask("/about?a=b")).toEqual([301, `${baseurl}/about/?a=b`]);
      expect(await ask("/flat.html")).toEqual([200, "Flat"]);
      expect(await ask("/flat")).toEqual([200, "Flat"]);
      expect(await ask(`/2024/03/05/${encodeURIComponent("石")}.html`)).toEqual([200, "Stone"]);
      expect((await get(`${baseurl}/about/`)).headers.get("content-type")).toBe("text/html; charset=utf-8");
    });

    test("what is not there is answered by 404.html", async () => {
      const notFound = /<h1[^>]*>\s*([^<]*?)\s*</.exec(await (await get(`${baseurl}/404.html`)).text())?.[1];
      expect(notFound).toMatch(/\w/);
      for (const path of [
        "/nowhere",
        "/nowhere/",
        "/about/x",
        "/flat/",
        "/assets/",
        "/_headers",
        "/_redirects",
        "/.nojekyll",
      ])
        expect(await ask(path), path).toEqual([404, notFound]);
    });

    test.skipIf(baseurl === "")("nothing of the site lies outside of its base path", async () => {
      expect((await get("/about/")).status).toBe(404);
      expect((await get("/blogger/")).status).toBe(404);
      expect((await get("/blog")).headers.get("location") ?? "/blog/").toBe("/blog/");
    });

    test("old addresses lead to the new one", async () => {
      const target = `${baseurl}/2024/03/05/${encodeURIComponent("石")}.html`;
      const response = await get(`${baseurl}/old/stone/`);
      const text = await response.text();
      expect(
        response.headers.get("location") ?? /http-equiv="refresh" content="0; ?url=([^"]+)/i.exec(text)?.[1],
      ).toMatch(new RegExp(`${target}$`));
    });

    test("what has a hash in its name is kept for good, all else is asked for again", async () => {
      const hashed = assets.filter((path) => /-[0-9a-f]{8}\.(?:css|js)$/.test(path));
      expect(hashed.length).toBeGreaterThan(3);
      for (const path of hashed)
        expect((await get(`${baseurl}/${path}`)).headers.get("cache-control")).toBe(
          "public, max-age=31536000, immutable",
        );
      for (const path of ["/", "/about/", "/nowhere", "/feed.xml", "/assets/note.txt", "/search/index.json"])
        expect((await get(baseurl + path)).headers.get("cache-control"), path).toBe("no-cache");
    });

    test("the same bytes are not sent twice", async () => {
      const first = await get(`${baseurl}/about/`);
      const etag = first.headers.get("etag")!;
      expect(etag).toMatch(/./);
      expect((await get(`${baseurl}/about/`, { "if-none-match": etag })).status).toBe(304);
    });

    test("text is compressed for those who can read it", async () => {
      const style = assets.find((path) => path.endsWith(".css"))!;
      const script = assets.find((path) => path.endsWith(".js"))!;
      for (const path of ["/about/", `/${style}`, `/${script}`, "/feed.xml"]) {
        const packed = await get(baseurl + path, { "accept-encoding": "gzip" });
        const plain = await get(baseurl + path, { "accept-encoding": "identity" });
        expect(packed.headers.get("content-encoding"), path).toBe("gzip");
        expect(plain.headers.get("content-encoding"), path).toBeNull();
        expect(packed.headers.get("vary")?.toLowerCase()).toBe("accept-encoding");
        expect(await packed.text()).toBe(await plain.text());
      }
    });

    test("headers that keep browsers from guessing", async () => {
      const { headers } = await get(`${baseurl}/about/`);
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("referrer-policy")).toBe("strict-origin-when-cross-origin");
      expect(headers.get("content-security-policy")).toContain("frame-ancestors 'self'");
    });
  });
});

async function preview(root: string, baseurl: string): Promise<Host> {
  return startPreview({ folder: root + baseurl, baseurl, host: "127.0.0.1", port: 0 });
}
