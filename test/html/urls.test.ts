import fc from "fast-check";
import { expect, it } from "vitest";
import { parseWebUrl, webHost } from "../../src/html/urls.js";

const part = fc.constantFrom(
  ..."a b xn-- z.de 1 0x7 127.0.0.1 .. . - -- % %41 @ : :80 :0 / ? # \\ [::1] Ä ß A _ ~".split(" "),
  " ",
  "\t",
  "\n",
);
const scheme = fc.constantFrom("http://", "https://", "HTTP://", "https:/", "https:", "//", " http://", "ftp://", "");

it("finds the host that a URL has, whatever is in the address", () => {
  fc.assert(
    fc.property(scheme, fc.array(part, { maxLength: 7 }), (start, parts) => {
      const address = start + parts.join("");
      expect(webHost(address)).toBe(parseWebUrl(address)?.host);
    }),
    { numRuns: 5000 },
  );
});

it("knows the plain ones", () => {
  expect(webHost("https://blog.example.org/a?b#c")).toBe("blog.example.org");
  expect(webHost("https://Blog.example.org:8080")).toBe("blog.example.org:8080");
  expect(webHost("/a")).toBeUndefined();
});
