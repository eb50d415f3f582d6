import { expect, test } from "vitest";
import { headers } from "../../src/emitters/headers.js";
import type { Config } from "../../src/model/config.js";
import { makePost, makeSite } from "./site.js";

function headersOf(
  given: Partial<Config>,
  layouts: readonly string[] = [],
  assets: Record<string, string> = {},
): string {
  const site = { ...makeSite([makePost()], given), layouts: new Set(layouts) };
  const { outputs } = headers.emit({ site, pages: [], assets, postHtml: () => "" });
  return (outputs[0] as { contents: string }).contents;
}

test("the pages of the theme run no script but the site's files", () => {
  const text = headersOf({ baseurl: "/blog" });
  expect(text).toMatch(/^\/blog\/\*\n/);
  expect(text).toMatch(
    /^ {2}Content-Security-Policy: .*script-src 'self';.*base-uri 'none';.*frame-ancestors 'self'$/m,
  );
  expect(text).toContain("  X-Content-Type-Options: nosniff\n");
});

test("layouts of the site's own are asked first", () => {
  expect(headersOf({}, ["default"])).not.toContain("Content-Security-Policy");
  expect(headersOf({ contentSecurityPolicy: "default-src *" }, ["default"])).toContain(
    "  Content-Security-Policy: default-src *; frame-ancestors 'self'\n",
  );
});

test("no policy where none is wanted, and none that adds lines", () => {
  expect(headersOf({ contentSecurityPolicy: "" })).not.toContain("Content-Security-Policy");
  expect(headersOf({ contentSecurityPolicy: "a\r\n/*\n  X: y" })).toContain("Content-Security-Policy: a /* X: y;");
});

test("what has a hash in its name is kept for good, and nothing else", () => {
  const text = headersOf({ baseurl: "/blog" }, [], {
    "theme.css": "/assets/theme-0a1b2c3d.css",
    "photo-0a1b2c3d.png": "/assets/photo-0a1b2c3d.png",
  });
  expect(text).toMatch(
    /\n\/blog\/assets\/theme-0a1b2c3d\.css\n {2}Cache-Control: public, max-age=31536000, immutable\n$/,
  );
  expect(text).not.toContain("photo");
});
