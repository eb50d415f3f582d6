import fc from "fast-check";
import type { Element, Nodes } from "hast";
import { describe, expect, it } from "vitest";
import { parseAny, printHtml } from "../../src/html/parse.js";
import { isSurelyStable } from "../../src/html/stable.js";
import { cleanHtml } from "../../src/index.js";
import { printSettled } from "../../src/pipeline/settle.js";
import { sanitizeTree } from "../../src/pipeline/steps/sanitize.js";
import { hostileHtml } from "./hostile-html.js";

/** `npm run test:fuzz` runs a million. */
const numRuns = Number(process.env.PUMICE_FUZZ_RUNS) || 1500;
const limits = { numRuns, endOnFailure: true };
const timeout = 60_000 + numRuns * 20;

describe(`${numRuns} random documents`, () => {
  it(
    "come out of the whole pipeline without script, and as the tree that a browser reads",
    () => {
      fc.assert(
        fc.property(hostileHtml, fc.boolean(), (document, isMarkdown) => {
          const { html, excerpt } = cleanHtml(document, { path: isMarkdown ? "a.md" : "a.html" });
          for (const printed of [html, excerpt]) {
            const tree = parseAny(printed);
            expect(printHtml(tree)).toBe(printed);
            expect(printHtml(sanitizeTree(tree))).toBe(printed);
            expect(dangersIn(tree)).toEqual([]);
          }
        }),
        limits,
      );
    },
    timeout,
  );

  it(
    "settle: sanitized twice is sanitized once",
    () => {
      fc.assert(
        fc.property(hostileHtml, (document) => {
          const once = printSettled(sanitizeTree(parseAny(document)));
          expect(printSettled(sanitizeTree(parseAny(once)))).toBe(once);
          expect(printHtml(parseAny(once))).toBe(once);
        }),
        limits,
      );
    },
    timeout,
  );

  it(
    "are called stable only when they are",
    () => {
      let stable = 0;
      fc.assert(
        fc.property(hostileHtml, (document) => {
          const tree = sanitizeTree(parseAny(document));
          const html = printHtml(tree);
          if (!isSurelyStable(tree, html)) return;
          stable += 1;
          expect(printHtml(sanitizeTree(parseAny(html)))).toBe(html);
        }),
        limits,
      );
      expect(stable).toBeGreaterThan(numRuns / 20);
    },
    timeout,
  );
});

const forbidden =
  /^(?:script|style|iframe|object|embed|form|input|button|base|meta|link|svg|template|noscript|animate|set|frame|frameset)$/;

function dangersIn(node: Nodes): readonly string[] {
  const own = node.type === "element" ? dangersOf(node) : [];
  return "children" in node ? [...own, ...node.children.flatMap(dangersIn)] : own;
}

function dangersOf({ tagName, properties }: Element): readonly string[] {
  const slots = Object.entries(properties).filter(
    ([name, value]) => /^(?:on|style$|srcDoc$|name$|form)/i.test(name) || /^\W*(?:java|vb)script:/i.test(String(value)),
  );
  return [
    ...(forbidden.test(tagName) ? [tagName] : []),
    ...slots.filter(([name]) => !(name === "form" && tagName === "mo")).map(([name]) => `${tagName} ${name}`),
  ];
}
