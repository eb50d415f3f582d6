import type { Config } from "./config.js";

/*
 * The second wall: were a script to pass the sanitizer, browsers would not run it.
 */

/** Scripts and styles are files of the site; pictures and films may come from anywhere, as in old posts they do. */
const usual = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: http: https:",
  "media-src 'self' http: https:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  // Players of other sites, which a reader asks for.
  "frame-src https:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
].join("; ");

/** The policy of the pages, or empty where the site's owner wants none. */
export function contentSecurityPolicy({ contentSecurityPolicy: own }: Config): string {
  // On one line: it goes into a header.
  return (own ?? usual).replace(/[\s\u0000-\u001f\u007f]+/g, " ").trim();
}
