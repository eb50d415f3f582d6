import { escapeHtml } from "../../lib/escape.js";
import { isPlainHash } from "../../lib/ruby/inspect.js";
import { allDocuments, type JekyllSite } from "../../model/jekyll/site.js";
import { JekyllText } from "../../model/jekyll/text.js";
import type { Output } from "../../model/output.js";

/** The plugin jekyll-redirect-from: pages at the addresses of `redirect_from`, and a text with `redirect_to` leads there. */
export function redirect(site: JekyllSite): void {
  if (!site.config.plugins.has("jekyll-redirect-from")) return;
  const { url, baseurl } = site.config;
  const whole = (target: string): string =>
    /^[a-z]+:/i.test(target) ? target : url + baseurl.replace(/\/$/, "") + target;
  for (const text of [...allDocuments(site), ...site.pages]) {
    for (const from of [text.data.redirect_from ?? []].flat())
      site.pages.push(redirectPage(String(from), whole(text.url), site));
    const to = [text.data.redirect_to ?? []].flat()[0];
    if (to === undefined) continue;
    text.replacement = redirectHtml(whole(String(to)));
    text.data.redirect = { from: text.url, to: whole(String(to)) };
  }
}

/** `redirects.json`, which the plugin adds for servers that redirect themselves: from where to where. */
export function redirectList(site: JekyllSite): readonly Output[] {
  const settings = site.config.values.redirect_from;
  if (!site.config.plugins.has("jekyll-redirect-from") || (isPlainHash(settings) && settings.json === false)) return [];
  const targets = [...allDocuments(site), ...site.pages].flatMap(({ data }) => (data.redirect ? [data.redirect] : []));
  const list = Object.fromEntries((targets as { from: string; to: string }[]).map(({ from, to }) => [from, to]));
  return [{ path: "redirects.json", contents: JSON.stringify(list) }];
}

function redirectPage(from: string, to: string, { config }: JekyllSite): JekyllText {
  const permalink = from.startsWith("/") ? from : `/${from}`;
  return new JekyllText(
    {
      path: `redirect ${from}`,
      relativePath: "redirect.html",
      name: "redirect.html",
      data: { permalink, layout: "none", sitemap: false, redirect: { from, to } },
      content: redirectHtml(to),
      contentLine: 1,
    },
    config,
  );
}

function redirectHtml(to: string): string {
  const target = escapeHtml(to);
  return `<!DOCTYPE html>
<html lang="en-US">
  <meta charset="utf-8">
  <title>Redirecting&hellip;</title>
  <link rel="canonical" href="${target}">
  <script>location=${JSON.stringify(to).replace(/</g, "\\u003c")}</script>
  <meta http-equiv="refresh" content="0; url=${target}">
  <meta name="robots" content="noindex">
  <h1>Redirecting&hellip;</h1>
  <a href="${target}">Click here if you are not redirected.</a>
</html>
`;
}
