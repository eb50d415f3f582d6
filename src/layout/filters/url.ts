import type { SiteGlobals } from "../globals.js";
import type { FilterHandler } from "./filter.js";

/** Filters on URLs. None of them lets a URL through that runs a script. */
export function urlFilters({ site, assets }: SiteGlobals): Readonly<Record<string, FilterHandler>> {
  const relative = (value: unknown): string => underBase(site.baseurl, toUrl(value));
  const absolute = (value: unknown): string => {
    const url = relative(value);
    return isWhole(url) ? url : site.url + url;
  };
  return {
    relative_url: relative,
    absolute_url: absolute,
    safe_url: safeUrl,
    strip_index: (value: unknown) => toUrl(value).replace(/\/index\.html?$/, "/"),
    asset_url: (name: unknown) => relative(assets[String(name)] ?? `/assets/${toUrl(name)}`),
  };
}

/** The URL if a reader may be sent there (http, https, mailto or a relative URL), else an empty text. */
export function safeUrl(value: unknown): string {
  const url = toUrl(value);
  const scheme = schemeOf(url);
  return scheme === undefined || ["http", "https", "mailto"].includes(scheme) ? url : "";
}

/** Under the base path, unless it names a host or a scheme itself or is only a fragment. */
function underBase(baseurl: string, url: string): string {
  if (url.startsWith("/") && url[1] !== "/") return baseurl + url;
  const scheme = schemeOf(url);
  if (scheme !== undefined) return runsScript.has(scheme) ? "" : url;
  if (url.startsWith("//") || url.startsWith("#")) return url;
  return `${baseurl}/${url}`;
}

const runsScript = new Set(["javascript", "vbscript", "data", "blob", "file"]);

function isWhole(url: string): boolean {
  return url === "" || schemeOf(url) !== undefined || url.startsWith("//");
}

/** Browsers drop control characters and blanks before and line breaks within a URL: `java\nscript:` is a script. */
function toUrl(value: unknown): string {
  const text = value === undefined || value === null ? "" : String(value);
  if (/^[!-~]*$/.test(text)) return text;
  return encode(text.replace(/^[\u0000-\u0020]+|[\u0000-\u0020]+$|[\t\n\r]/g, ""));
}

/** Blanks and what lies beyond ASCII, percent-encoded; what is encoded already stays so. */
function encode(url: string): string {
  return url.replace(/[\ud800-\udfff]/gu, "\ufffd").replace(/[^\u0021-\u007e]+/g, encodeURIComponent);
}

function schemeOf(url: string): string | undefined {
  return /^([a-z][a-z0-9+.-]*):/i.exec(url)?.[1]?.toLowerCase();
}
