import { decodePercent } from "../../lib/percent.js";
import type { CheckOptions, CheckResult } from "../../model/check.js";
import type { JekyllConfig } from "../../model/jekyll/config.js";
import type { Message } from "../../model/message.js";
import { startClock } from "../clock.js";
import { checkLinks } from "./check-links.js";
import { outputsOf } from "./outputs.js";
import { renderJekyllSite } from "./rendered-site.js";
import { unknownLiquidOf } from "./unknown-liquid.js";

/** Everything that is wrong with a site of the Jekyll shape: it is rendered, and nothing is written. */
export function checkJekyllSite(config: JekyllConfig, options: CheckOptions): CheckResult {
  const clock = startClock();
  const { site, messages, known } = renderJekyllSite({ ...config, diskCache: false }, options, clock);
  const files = outputsOf(site).map(({ path }) => path);
  return {
    source: config.source,
    messages: [
      ...messages,
      ...unknownLiquidOf(site, known).filter((message) => !isTold(message, messages)),
      ...checkLinks(site, files),
      ...vanished(options.publishedUrls ?? [], new Set(files), config),
    ],
    mended: [],
    posts: site.posts.documents.length,
    pages: site.pages.length,
    milliseconds: clock.total(),
  };
}

/** A tag that there is none of has made the rendering of its text fail already. */
function isTold({ file, line }: Message, messages: readonly Message[]): boolean {
  return messages.some((other) => other.ruleId === "liquid" && other.file === file && other.line === line);
}

/** Addresses that were published once, as whole URLs or paths, and lead to nothing now. */
function vanished(published: readonly string[], files: ReadonlySet<string>, { baseurl }: JekyllConfig): Message[] {
  const base = baseurl.replace(/\/$/, "");
  const gone = published.filter((url) => {
    const whole = /^https?:\/\//i.test(url) && URL.canParse(url) ? new URL(url).pathname : url;
    const path = decodePercent(whole.startsWith(`${base}/`) ? whole.slice(base.length) : whole).replace(/^\/+/, "");
    const candidates =
      path === "" || path.endsWith("/") ? [`${path}index.html`] : [path, `${path}.html`, `${path}/index.html`];
    return !candidates.some((file) => files.has(file));
  });
  return [...new Set(gone)].map((url) => ({
    severity: "warning",
    ruleId: "vanished-url",
    reason: `${decodePercent(url)} was published and is gone`,
    note: "With jekyll-redirect-from, `redirect_from:` in the front matter of what stands in its place leads there",
  }));
}
