import { domainToASCII } from "node:url";
import { toValue } from "liquidjs";
import { decodePercent } from "../../../lib/percent.js";
import type { JekyllConfig } from "../../../model/jekyll/config.js";
import { HashDrop } from "../drops/hash-drop.js";
import { printed } from "../values.js";

export type Filters = Readonly<Record<string, (...values: never[]) => unknown>>;

/** Filters on URLs. */
export function urlFilters(config: JekyllConfig): Filters {
  return {
    relative_url: (value: unknown) => (isNil(value) ? undefined : relativeUrl(urlOf(value), config.baseurl)),
    absolute_url: (value: unknown) => (isNil(value) ? undefined : absoluteUrl(urlOf(value), config)),
    strip_index: (value: unknown) => (isNil(value) ? undefined : printed(value).replace(/\/index\.html?$/, "/")),
    cgi_escape: (value: unknown) => cgiEscape(printed(value)),
    url_encode: (value: unknown) => (isNil(value) ? undefined : cgiEscape(printed(value))),
    url_decode: (value: unknown) => (isNil(value) ? undefined : decodePercent(printed(value).replace(/\+/g, " "))),
    uri_escape: (value: unknown) => encodeURI(printed(value).toWellFormed()).replace(/%5[BD]/g, decodeURIComponent),
  };
}

/** Under the base path, unless it names a scheme. */
export function relativeUrl(url: string, baseurl: string): string {
  if (isWhole(url)) return url;
  return normalize([baseurl.replace(/\/$/, ""), url].map(withSlash).join(""));
}

export function absoluteUrl(url: string, { url: origin, baseurl }: JekyllConfig): string {
  if (isWhole(url)) return url;
  const relative = relativeUrl(url, baseurl);
  return origin === "" ? relative : normalize(origin + relative);
}

function urlOf(value: unknown): string {
  return printed(value instanceof HashDrop ? value.liquidMethodMissing("url") : value);
}

const isNil = (value: unknown): boolean => (toValue(value) ?? null) === null;
const isWhole = (url: string): boolean => /^[a-z][a-z\d+.-]*:/i.test(url);
const withSlash = (part: string): string => (part === "" || part.startsWith("/") ? part : `/${part}`);

/** Percent-encoded where needed and without `..`; what is encoded already stays so. */
function normalize(url: string): string {
  const encoded = encodeURI(url.toWellFormed()).replace(/%25(?=[\da-f]{2})/gi, "%");
  const origin = /^([a-z][a-z\d+.-]*:\/\/[^/]+)(.*)$/is.exec(encoded);
  if (!origin) return withoutDots(encoded);
  return withAsciiHost(origin[1]!.toLowerCase()) + (withoutDots(origin[2]!) || "/");
}

/** The steps `.` and `..` of a path are gone; at its end they leave a slash. */
function withoutDots(url: string): string {
  const [, path, rest] = /^([^?#]*)(.*)$/s.exec(url) as unknown as [string, string, string];
  if (!/\/\.\.?(?:\/|$)/.test(path)) return url;
  const steps: string[] = [];
  for (const step of path.split("/").slice(1)) {
    if (step === "..") steps.pop();
    else if (step !== ".") steps.push(step);
  }
  const end = /\/\.\.?$/.test(path) && steps.length > 0 ? "/" : "";
  return `/${steps.join("/")}${end}${rest}`;
}

/** `https://exämple.de` as DNS has it: `https://xn--exmple-cua.de`. */
function withAsciiHost(origin: string): string {
  if (!origin.includes("%")) return origin;
  const [scheme, host] = origin.split("://") as [string, string];
  return `${scheme}://${domainToASCII(decodePercent(host)) || host}`;
}

function cgiEscape(text: string): string {
  return encodeURIComponent(text.toWellFormed())
    .replace(/[!'()*~]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
    .replace(/%7E/g, "~")
    .replace(/%20/g, "+");
}
