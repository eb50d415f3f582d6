/*
 * What URLs are, as browsers read them.
 */

/** The scheme, lower case, or undefined for a relative URL. Control characters and blanks are passed over, as browsers do. */
export function schemeOf(url: string): string | undefined {
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
export function parseWebUrl(url: string): URL | undefined {
  const scheme = schemeOf(url);
  const whole = isProtocolRelative(url) ? `https:${url.trim()}` : url.trim();
  if (!isProtocolRelative(url) && scheme !== "http" && scheme !== "https") return undefined;
  return URL.canParse(whole) ? new URL(whole) : undefined;
}

const trackingNames =
  /^(?:utm_\w+|spm|fbclid|gclid|yclid|mc_cid|mc_eid|ops_request_misc|request_id|biz_id|utm_relevant_index|depth_1-utm_source|share_source|share_token|from_source)$/i;

/** The URL without parameters that only tell where the reader came from. */
export function withoutTracking(url: string): string {
  const queryStart = url.indexOf("?");
  if (queryStart < 0) return url;
  const hashStart = url.indexOf("#", queryStart);
  const query = url.slice(queryStart + 1, hashStart < 0 ? undefined : hashStart);
  const kept = query.split("&").filter((parameter) => !trackingNames.test(parameter.split("=", 1)[0]!));
  if (kept.length === query.split("&").length) return url;
  const hash = hashStart < 0 ? "" : url.slice(hashStart);
  return url.slice(0, queryStart) + (kept.length > 0 ? `?${kept.join("&")}` : "") + hash;
}
