import { appendFileSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { extname, join, resolve } from "node:path";
import { build } from "../../src/build.js";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css",
  ".js": "text/javascript",
  ".svg": "image/svg+xml",
};

export interface BuiltDemo {
  /** Where the site begins, with a slash at the end. */
  readonly home: string;
  /** Text of a file of the site. */
  readonly read: (path: string) => string;
  readonly close: () => Promise<void>;
}

const comments =
  "\ncomments: { provider: giscus, giscus: { repo: mei/blog, repo_id: R_1, category: Talk, category_id: D_1 } }\n";

/** The repository's own site, with a few posts more, built under a base path and served as a host would. */
export async function serveDemo(baseurl: string): Promise<BuiltDemo> {
  const source = mkdtempSync(join(tmpdir(), "pumice-theme-"));
  for (const name of ["posts", "pages", "_config.yml"]) cpSync(resolve(name), join(source, name), { recursive: true });
  cpSync(resolve("test/fixtures/browser/posts"), join(source, "posts"), { recursive: true });
  appendFileSync(join(source, "_config.yml"), comments);
  // The scripts and styles that readers get, where the program was compiled.
  if (existsSync("dist/assets")) cpSync("dist/assets", join(source, "assets"), { recursive: true });
  const result = await build({ source, baseurl });
  if (!result.ok) throw new Error(JSON.stringify(result.messages));
  const root = join(source, "_site");
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
    const inner = path.startsWith(`${baseurl}/`) ? path.slice(baseurl.length) : undefined;
    const file = inner === undefined ? undefined : join(root, inner.endsWith("/") ? `${inner}index.html` : inner);
    if (!file?.startsWith(root) || !statSync(file, { throwIfNoEntry: false })?.isFile()) {
      response.writeHead(404, { "content-type": types[".html"] }).end(readFileSync(join(root, "404.html")));
      return;
    }
    response.writeHead(200, { "content-type": types[extname(file)] ?? "application/octet-stream" });
    response.end(readFileSync(file));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return {
    home: `http://localhost:${port}${baseurl}/`,
    read: (path) => readFileSync(join(root, path), "utf8"),
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      rmSync(source, { recursive: true, force: true });
    },
  };
}
