import { readFileSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { check } from "../../src/check.js";
import { writeSite } from "./site-of.js";

/*
 * A real server on this machine stands for the hosts of the world. `seen` is what it was asked.
 */

let server: Server;
let origin: string;
const seen: string[] = [];
let open = 0;
let mostOpen = 0;

beforeAll(async () => {
  server = createServer((request, response) => {
    const { method, url = "" } = request;
    seen.push(`${method} ${url}`);
    open += 1;
    mostOpen = Math.max(mostOpen, open);
    response.on("close", () => {
      open -= 1;
    });
    if (url === "/silent") return;
    const status =
      url === "/none" ? 404 : url === "/no-head" && method === "HEAD" ? 405 : url === "/secret" ? 403 : 200;
    const location =
      url === "/moved" ? "/there" : url === "/lost" ? "/none" : url === "/circle" ? "/circle" : undefined;
    response.writeHead(location ? 301 : status, location ? { location } : {});
    response.end();
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
  mostOpen = 0;
});

const settings = (more = "") => `url: https://example.org\nexternal_links: { private: true, timeout: 0.5${more} }\n`;
const siteWith = (paths: readonly string[], config = settings()) =>
  writeSite({
    "_config.yml": config,
    "posts/2020-01-02-a.html": `---\ndate: 2020-01-02\n---\n<p>${paths.map((path) => `<a href="${origin}${path}">x</a>`).join("\n")}</p>`,
  });

async function ask(source: string) {
  const { messages } = await check({ source, external: true });
  return messages.map(({ severity, ruleId, reason, line }) => ({ severity, ruleId, reason, line }));
}

describe("answers", () => {
  test.each(["/there", "/there#part", "/no-head", "/moved"])("there: %s", async (path) => {
    expect(await ask(siteWith([path]))).toEqual([]);
  });

  test.each([
    ["/none", "status 404"],
    ["/lost", "status 404"],
  ])("gone: %s", async (path, why) => {
    expect(await ask(siteWith(["/there", path]))).toEqual([
      {
        severity: "warning",
        ruleId: "broken-external-link",
        reason: `A page that the post links to is gone (${why}): ${origin}${path}`,
        line: 5,
      },
    ]);
  });

  test.each([
    ["/secret", "status 403"],
    ["/circle", "more than 5 redirects"],
    ["/silent", "no answer in time"],
  ])("unclear: %s", async (path, why) => {
    expect(await ask(siteWith([path]))).toMatchObject([
      { severity: "info", ruleId: "unclear-external-link", reason: expect.stringContaining(`(${why})`) },
    ]);
  });

  test("unclear: a host that does not answer at all", async () => {
    const source = writeSite({
      "_config.yml": settings(),
      "posts/2020-01-02-a.html": `---\ndate: 2020-01-02\n---\n<p><a href="http://127.0.0.1:1/">x</a></p>`,
    });
    expect(await ask(source)).toMatchObject([{ reason: expect.stringContaining("(ECONNREFUSED)") }]);
  });
});

test("HEAD is enough where a host takes it", async () => {
  await ask(siteWith(["/there", "/no-head"]));
  expect(seen.sort()).toEqual(["GET /no-head", "HEAD /no-head", "HEAD /there"]);
});

test("answers are kept, and get old", async () => {
  const source = siteWith(["/there", "/none", "/secret"]);
  const first = await ask(source);
  seen.length = 0;
  expect(await ask(source)).toEqual(first);
  // What was unclear is asked again.
  expect([...new Set(seen)]).toEqual(["HEAD /secret", "GET /secret"]);

  const file = join(source, ".pumice/external-links.json");
  const entries = JSON.parse(readFileSync(file, "utf8"));
  for (const entry of Object.values<{ asked: number }>(entries)) entry.asked -= 2 * 86_400_000;
  writeFileSync(file, JSON.stringify(entries));
  seen.length = 0;
  await ask(source);
  expect(seen).toContain("HEAD /none");
  expect(seen).not.toContain("HEAD /there");

  writeFileSync(file, "not JSON");
  expect(await ask(source)).toEqual(first);
});

test("hosts of the own network are not asked, whatever a post says", async () => {
  expect(await ask(siteWith(["/there"], "url: https://example.org\n"))).toMatchObject([
    { ruleId: "unclear-external-link", reason: expect.stringContaining("own network") },
  ]);
  const named = writeSite({
    "posts/2020-01-02-a.html": `---\ndate: 2020-01-02\n---\n<p><a href="${origin.replace("127.0.0.1", "localhost")}/">x</a> <a href="${origin.replace("127.0.0.1", "[::ffff:127.0.0.1]")}/">y</a></p>`,
  });
  expect(await ask(named)).toMatchObject([
    { reason: expect.stringContaining("2 links could not be checked (an address of the own network") },
  ]);
  expect(seen).toEqual([]);
});

test("hosts and addresses of the list are left out", async () => {
  await ask(siteWith(["/there"], settings(", ignore: [127.0.0.1]")));
  expect(seen).toEqual([]);
  await ask(siteWith(["/there", "/none"], settings(`, ignore: ["${origin}/no"]`)));
  expect(seen).toEqual(["HEAD /there"]);
});

test("each address once, and two at a time of one host", async () => {
  const paths = Array.from({ length: 12 }, (_, index) => `/page-${index % 10}`);
  await ask(siteWith(paths));
  expect(seen.length).toBe(10);
  expect(mostOpen).toBeLessThanOrEqual(2);
});

test("without the option, no host is asked", async () => {
  await check({ source: siteWith(["/none"]) });
  expect(seen).toEqual([]);
});
