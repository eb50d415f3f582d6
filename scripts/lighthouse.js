import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { text } from "node:stream/consumers";
import { gzipSync } from "node:zlib";

/*
 * What Lighthouse says of the demo site's pages, as a phone sees them; fails below 100. `npm run lighthouse` builds the site
 * first. Lighthouse is no dependency: npx fetches it. CHROME_PATH names the browser where it finds none.
 */
const paths = ["", "2025/03/08/140086215.html", "tags/html/", "search/"];
const browserFlags = "--no-sandbox --disable-gpu --headless=new --disable-background-networking";
const types = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css",
  ".js": "text/javascript",
  ".svg": "image/svg+xml",
  ".txt": "text/plain",
};

const server = createServer(({ url }, response) => {
  const path = decodeURIComponent(new URL(url, "http://localhost").pathname).slice(1);
  const file = join("_site", path === "" || path.endsWith("/") ? `${path}index.html` : path);
  if (!existsSync(file)) return response.writeHead(404).end();
  const type = types[extname(file)] ?? "application/octet-stream";
  // A host compresses, and lets browsers keep what has its hash in its name.
  const keep = path.startsWith("assets/") ? "public, max-age=31536000, immutable" : "no-cache";
  response.writeHead(200, { "content-type": type, "content-encoding": "gzip", "cache-control": keep });
  response.end(gzipSync(readFileSync(file)));
});
await new Promise((done) => server.listen(0, "127.0.0.1", done));

for (const path of paths) {
  const { categories, audits } = await examine(`http://127.0.0.1:${server.address().port}/${path}`);
  const scores = Object.values(categories).map(({ id, score }) => `${id} ${Math.round(score * 100)}`);
  console.log(`/${path}\n  ${scores.join(" · ")}`);
  const poor = Object.values(categories).flatMap(({ auditRefs }) =>
    auditRefs.filter(({ id, weight }) => weight > 0 && (audits[id].score ?? 1) < 0.9).map(({ id }) => audits[id]),
  );
  for (const { title, displayValue = "" } of poor) console.log(`  - ${title} ${displayValue}`);
  if (Object.values(categories).some(({ score }) => score < 1)) process.exitCode = 1;
}
server.close();

async function examine(url) {
  // The search page asks search engines to pass it over, and Lighthouse counts that as a fault.
  const own = ["--skip-audits=is-crawlable", "--output=json", "--quiet", `--chrome-flags=${browserFlags}`];
  const child = spawn("npx", ["--yes", "lighthouse@12", url, ...own], { stdio: ["ignore", "pipe", "inherit"] });
  const output = await text(child.stdout);
  if (output === "") throw new Error("Lighthouse did not run: it needs npx with a registry, and Chrome or CHROME_PATH");
  return JSON.parse(output);
}
