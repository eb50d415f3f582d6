import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { startPreview } from "./preview.js";

/*
 * What Lighthouse says of the demo site's pages, as a phone sees them; fails below 100. `npm run lighthouse` builds the site
 * first. Lighthouse is no dependency: npx fetches it. CHROME_PATH names the browser where it finds none.
 */
const paths = ["", "2025/03/08/140086215.html", "tags/html/", "search/"];
const browserFlags = "--no-sandbox --disable-gpu --headless=new --disable-background-networking";
const { home, stop } = await startPreview();

try {
  for (const path of paths) tell(path, await examine(home + path));
} finally {
  stop();
}

function tell(path, { categories, audits }) {
  const scores = Object.values(categories).map(({ id, score }) => `${id} ${Math.round(score * 100)}`);
  console.log(`/${path}\n  ${scores.join(" · ")}`);
  const poor = Object.values(categories).flatMap(({ auditRefs }) =>
    auditRefs.filter(({ id, weight }) => weight > 0 && (audits[id].score ?? 1) < 0.9).map(({ id }) => audits[id]),
  );
  for (const { title, displayValue = "" } of poor) console.log(`  - ${title} ${displayValue}`);
  if (Object.values(categories).some(({ score }) => score < 1)) process.exitCode = 1;
}

async function examine(url) {
  // The search page asks search engines to pass it over, and Lighthouse counts that as a fault.
  const own = ["--skip-audits=is-crawlable", "--output=json", "--quiet", `--chrome-flags=${browserFlags}`];
  const child = spawn("npx", ["--yes", "lighthouse@12", url, ...own], { stdio: ["ignore", "pipe", "inherit"] });
  const output = await text(child.stdout);
  if (output === "") throw new Error("Lighthouse did not run: it needs npx with a registry, and Chrome or CHROME_PATH");
  return JSON.parse(output);
}
