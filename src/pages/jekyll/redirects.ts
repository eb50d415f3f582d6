import { existsSync } from "node:fs";
import { isAbsolute, join } from "node:path";
import { schemeOf } from "../../html/urls.js";
import { escapeHtml } from "../../lib/escape.js";
import { isPlainHash } from "../../lib/ruby/inspect.js";
import { addPluginPage } from "../../model/jekyll/plugin-page.js";
import { allDocuments, type JekyllSite } from "../../model/jekyll/site.js";
import { JekyllText } from "../../model/jekyll/text.js";
import type { Message } from "../../model/message.js";

/** The plugin jekyll-redirect-from: pages at the addresses of `redirect_from`, and a text with `redirect_to` leads there. */
export function redirect(site: JekyllSite): void {
  if (!site.config.plugins.has("jekyll-redirect-from")) return;
  for (const text of redirectable(site)) {
    for (const from of [text.data.redirect_from ?? []].flat())
      site.pages.push(redirectPage(String(from), wholeUrl(text.url, site), site));
    const to = [text.data.redirect_to ?? []].flat()[0];
    if (to === undefined) continue;
    if (!leadsReaders(String(to))) {
      site.messages.push(notFollowed(text, String(to)));
      continue;
    }
    const target = wholeUrl(String(to), site);
    if (site.layouts.has("redirect")) text.data.layout = "redirect";
    else text.replacement = () => redirectHtml(target);
    text.data.redirect = { from: text.url, to: target };
    text.data.sitemap = false;
  }
  addRedirectList(site);
}

/** `redirects.json`, which the plugin adds for servers that redirect themselves: from where to where. */
function addRedirectList(site: JekyllSite): void {
  const settings = site.config.values.redirect_from;
  if (isPlainHash(settings) && settings.json === false) return;
  if (existsSync(join(site.config.source, "redirects.json"))) return;
  const texts = redirectable(site).filter(({ path }) => isAbsolute(path));
  const list = Object.fromEntries(texts.flatMap((text) => redirectsOf(text, site)));
  addPluginPage(site, { path: "redirects.json", data: {}, contents: () => JSON.stringify(list) });
}

/** The documents that are written, then the pages. */
function redirectable(site: JekyllSite): readonly JekyllText[] {
  return [...allDocuments(site).filter(({ isWritten }) => isWritten), ...site.pages];
}

/** What leads to a text, then where it leads itself. */
function redirectsOf({ url, data }: JekyllText, site: JekyllSite): (readonly [from: string, to: string])[] {
  const here = wholeUrl(url, site);
  const own = data.redirect as { readonly to: string } | undefined;
  return [
    ...[data.redirect_from ?? []].flat().map((from) => [`/${String(from).replace(/^\//, "")}`, here] as const),
    ...(own ? [[url, own.to] as const] : []),
  ];
}

/** A post is not trusted with an address that runs a script. */
function leadsReaders(url: string): boolean {
  return ["http", "https", "mailto", "ftp", undefined].includes(schemeOf(url));
}

function notFollowed({ relativePath }: JekyllText, to: string): Message {
  return {
    severity: "warning",
    ruleId: "unsafe-redirect",
    reason: `\`redirect_to: ${to.slice(0, 60)}\` is no address that readers are sent to: the text stays where it is`,
    file: relativePath,
  };
}

function wholeUrl(target: string, { config }: JekyllSite): string {
  if (/^[a-z]+:/i.test(target)) return target;
  return `${config.url}${config.baseurl.replace(/\/$/, "")}/${target.replace(/^\//, "")}`;
}

function redirectPage(from: string, to: string, { config, layouts }: JekyllSite): JekyllText {
  const hasLayout = layouts.has("redirect");
  const permalink = from.startsWith("/") ? from : `/${from}`;
  return new JekyllText(
    {
      path: `redirect ${from}`,
      relativePath: "redirect.html",
      name: "redirect.html",
      data: { permalink, layout: hasLayout ? "redirect" : "none", sitemap: false, redirect: { from, to } },
      content: hasLayout ? "" : redirectHtml(to),
      contentLine: 1,
    },
    config,
  );
}

function redirectHtml(to: string): string {
  // As the plugin: an `&` stays as it is, which browsers read well.
  const target = escapeHtml(to).replaceAll("&amp;", "&");
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
