import { webUrl } from "../lib/web-url.js";
import type { Page } from "../model/page.js";
import type { Emitter } from "./emitter.js";

/**
 * `/_redirects`, which Netlify, Cloudflare and others read: real redirects where the pages of kind `redirect` can only do it
 * by `<meta>`. Their `data.target` is a site path or a whole URL.
 */
export const redirects: Emitter = {
  name: "redirects",
  emit: ({ site: { config }, pages }) => {
    const rules = pages.filter(({ kind }) => kind === "redirect").flatMap((page) => printRule(page, config.baseurl));
    return { outputs: rules.length > 0 ? [{ path: "_redirects", contents: rules.join("") }] : [] };
  },
};

function printRule({ permalink, data }: Page, baseurl: string): readonly string[] {
  const target = resolveTarget(String(data.target ?? ""), baseurl);
  return target === undefined ? [] : [`${encodeRule(baseurl + permalink)} ${target} 301\n`];
}

/** Only what may be followed: a site path or a URL of the web. */
function resolveTarget(target: string, baseurl: string): string | undefined {
  if (/^\/(?![/\\])/.test(target)) return (baseurl + target).replace(/\s/g, encodeURIComponent);
  return webUrl(target);
}

/** Blanks separate the columns of a rule, `#` begins a comment, `*` and `:name` are placeholders. */
const encodeRule = (path: string) =>
  path.replace(/[\s#]/g, encodeURIComponent).replaceAll("*", "%2A").replaceAll(":", "%3A");
