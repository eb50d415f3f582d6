import { remembering } from "../lib/remembering.js";

/*
 * What URLs are, as browsers read them.
 */

/** The scheme, lower case, or undefined for a relative URL. Control characters and blanks are passed over, as browsers do. */
export function schemeOf(url: string): string | undefined {
  if (url.startsWith("https:")) return "https";
  if (url.startsWith("http:")) return "http";
  const match = /^([a-z][a-z0-9+.-]*):/i.exec(
    url.replace(/[\u0000-\u0020\u007f-\u009f\u00ad\u200b-\u200f\ufeff]+/g, ""),
  );
  return match?.[1]?.toLowerCase();
}

/** `Http://host` as `http://host`, and a URL without white space at its ends. */
export function withPlainScheme(url: string): string {
  return url.trim().replace(/^[a-z]*[A-Z][A-Za-z]*(?=:)/, (scheme) => scheme.toLowerCase());
}

/** `//host/path`, and the spellings with `\` that browsers take for it. */
export function isProtocolRelative(url: string): boolean {
  return /^[\s]*[\\/]{2}/.test(url);
}

/** A `URL`, or undefined where it is no whole web address. */
export function parseWebUrl(url: string): Readonly<URL> | undefined {
  const scheme = schemeOf(url);
  if (isProtocolRelative(url)) return parseWhole(`https:${url.trim()}`);
  return scheme === "http" || scheme === "https" ? parseWhole(url.trim()) : undefined;
}

/** The host of a whole web address, with its port; undefined where it is none. Most are read without a `URL`. */
export function webHost(url: string): string | undefined {
  return plainHost.exec(url)?.[1] ?? parseWebUrl(url)?.host;
}

/** A name in which a `URL` would change nothing: no port, nothing to decode, and its end is no number. */
const plainHost = /^https?:\/\/((?:(?!xn--)[a-z0-9-]+\.)*(?!xn--)[a-z][a-z0-9-]*)(?=[/?#]|$)/;

/** Steps ask one after the other for the same address. */
const parseWhole = remembering(200, (whole) => (URL.canParse(whole) ? new URL(whole) : undefined));

/** Parameters that only tell where the reader came from, and the beginnings of whole families of them. */
const trackingNames = new Set(
  (
    "spm spm_id_from scm fbclid gclid dclid yclid msclkid twclid igshid mc_cid mc_eid mkt_tok _hsenc _hsmi wt_mc ref_src " +
    "ops_request_misc request_id biz_id depth_1-utm_source share_source share_token from_source vd_source"
  ).split(" "),
);
const trackingFamilies = ["utm_", "share_from", "depth_1-utm"];

function isTracking(parameter: string): boolean {
  const name = parameter.replace(/^amp;/, "").split("=", 1)[0]!.toLowerCase();
  return trackingNames.has(name) || trackingFamilies.some((family) => name.startsWith(family));
}

/** The URL without parameters that only tell where the reader came from. */
export function withoutTracking(url: string): string {
  const queryStart = url.indexOf("?");
  if (queryStart < 0) return url;
  const hashStart = url.indexOf("#", queryStart);
  const query = url.slice(queryStart + 1, hashStart < 0 ? undefined : hashStart);
  const kept = query.split("&").filter((parameter) => !isTracking(parameter));
  if (kept.length === query.split("&").length) return url;
  const hash = hashStart < 0 ? "" : url.slice(hashStart);
  return url.slice(0, queryStart) + (kept.length > 0 ? `?${kept.join("&")}` : "") + hash;
}
