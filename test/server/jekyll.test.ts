import { readFileSync, writeFileSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { addressOf } from "../../src/commands/server-options.js";
import { type JekyllServerOptions, startJekyllServer } from "../../src/server/jekyll/serve.js";
import { endOf, notCompiled, startProgram } from "../program.js";
import { makeFolder } from "../writer/folder.js";
import { eventually } from "./dev.js";

const site = {
  "_config.yml": "title: One\n",
  "_layouts/page.html": "<p>{{ content }}</p>",
  "index.html": "---\nlayout: page\n---\nhome",
  "files/a b.txt": "a",
  "files/deep/b.txt": "b",
};

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

async function serve(files: Readonly<Record<string, string>>, given: Partial<JekyllServerOptions> = {}) {
  const source = makeFolder(files);
  const server = await startJekyllServer({ site: { source }, host: "127.0.0.1", port: 0, ...given });
  ends.push(server.close);
  return (path: string) => fetch(`http://localhost:${server.port}${path}`, { redirect: "manual" });
}

test("a folder without an index is a list, reached with a slash", async () => {
  const get = await serve(site);
  const moved = await get("/files");
  expect([moved.status, moved.headers.get("location")]).toEqual([302, "/files/"]);
  const list = await (await get("/files/")).text();
  expect([...list.matchAll(/<a href="([^"]*)">([^<]*)/g)].map(([, ...link]) => link)).toEqual([
    ["./../", "../"],
    ["./a%20b.txt", "a b.txt"],
    ["./deep/", "deep/"],
  ]);
  expect(await (await get("/")).text()).toContain("<p>home</p>");
  expect((await get("/nothing/")).status).toBe(404);
});

test("folders are listed although they have an index, where that is asked for", async () => {
  for (const get of [
    await serve(site, { showsFolders: true }),
    await serve({ ...site, "_config.yml": "show_dir_listing: true\n" }),
  ]) {
    expect(await (await get("/")).text()).toContain('<a href="./index.html">');
    expect(await (await get("/index.html")).text()).toContain("<p>home</p>");
  }
});

test("a base path without a slash in front is one", async () => {
  const get = await serve({ ...site, "_config.yml": "baseurl: b/\n" });
  expect((await get("/")).headers.get("location")).toBe("/b/");
  expect(await (await get("/b/")).text()).toContain("<p>home</p>");
});

test("the configuration says where to listen, unless the command line does", () => {
  expect(addressOf({}, { host: "localhost", port: "4999" })).toEqual({ host: "localhost", port: 4999 });
  expect(addressOf({ host: "::1", port: 0 }, { host: "localhost", port: 4999 })).toEqual({ host: "::1", port: 0 });
  expect(addressOf({}, { port: "many" })).toEqual({ host: "127.0.0.1", port: 4000 });
});

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

test.skipIf(notCompiled)(`all of Jekyll's options are taken ${notCompiled ?? ""}`, async () => {
  const port = await freePort();
  const source = makeFolder({ ...site, "_config.yml": `port: ${port}\nlayouts_dir: none\n` });
  const flags =
    "-I --safe --strict_front_matter --disable-disk-cache -p _p --layouts _layouts --profile -V -t --unpublished -l -w --force_polling";
  const child = startProgram(["serve", "-s", source, ...flags.split(" ")]);
  ends.push(() => child.kill());
  await eventually(async () => {
    expect(await (await fetch(`http://localhost:${port}/`)).text()).toContain("<p>home</p>");
  });
});

test.skipIf(notCompiled)(
  `a build that watches builds again, also after one that failed ${notCompiled ?? ""}`,
  async () => {
    const source = makeFolder({ ...site, "page.html": "---\n---\nfirst" });
    const child = startProgram(["build", "--watch", "-s", source]);
    const ended = endOf(child);
    ends.push(() => child.kill());
    let said = "";
    child.stderr?.on("data", (text: string) => (said += text));
    const isSaid = (text: string) => eventually(() => expect(said).toContain(text));

    await isSaid("watching");
    writeFileSync(join(source, "page.html"), "---\n---\n{% wrong %}");
    await isSaid("Unknown tag 'wrong'");
    writeFileSync(join(source, "page.html"), "---\n---\nsecond");
    await isSaid("(1 changed)");
    child.kill();
    expect((await ended).output).toContain("changed page.html");
    expect(readFileSync(join(source, "_site/page.html"), "utf8")).toBe("second");
  },
);
