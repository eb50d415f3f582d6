import { HtmlValidate, StaticConfigLoader } from "html-validate";
import { parse } from "parse5";
import { countValues } from "./fold.mjs";
import { attribute, elementsIn, findElement } from "./tree.mjs";

/** @import { Node, Sample } from "./model.d.ts" */

// html-validate's time grows with the square of a page's length.
const LONGEST = 100_000;

// Conformance to the standard only; what the standard leaves to taste is no fault.
class StandardLoader extends StaticConfigLoader {
  /** Resolved once: html-validate would do so for each page. */
  resolved = super.getConfigFor("page.html");

  /** @override */
  getConfigFor() {
    return this.resolved;
  }
}

const validator = new HtmlValidate(
  new StandardLoader({
    root: true,
    extends: ["html-validate:standard"],
    rules: { "no-trailing-whitespace": "off", "long-title": "off" },
  }),
);

/** Rules of the HTML standard that a page breaks, each with its place. @param {string} page @returns {Sample[]} */
export function invalidityOf(page) {
  if (page.length <= LONGEST) return messagesOf(page).map(({ text }) => ({ kind: "invalid", sample: text }));
  const document = parse(page, { sourceCodeLocationInfo: true });
  const messages = partsOf(page, document).flatMap((part) => messagesOf(part));
  // A reference may lead to another part, and an id may be in two.
  const own = messages.filter(({ rule }) => rule !== "no-missing-references").map(({ text }) => text);
  return [...own, ...doubleIds(document)].map((sample) => ({ kind: "invalid", sample }));
}

/** @param {string} page */
function messagesOf(page) {
  const report = validator.validateStringSync(page);
  return report.results
    .flatMap((result) => result.messages)
    .filter((message) => message.severity === 2)
    .map(({ line, column, ruleId, message }) => ({ rule: ruleId, text: `${line}:${column} ${ruleId}: ${message}` }));
}

/** The page with a part of its body at a time. @param {string} page @param {Node} document @returns {string[]} */
function partsOf(page, document) {
  const body = findElement(document, (element) => attribute(element, "itemprop") === "articleBody");
  const places = (body?.childNodes ?? []).flatMap(({ sourceCodeLocation: place }) => (place ? [place] : []));
  const first = places[0]?.startOffset;
  const last = places.at(-1)?.endOffset;
  if (first === undefined || last === undefined) return [page];
  /** @type {string[]} */
  const parts = [];
  let start = first;
  for (const [index, place] of places.entries()) {
    const next = places[index + 1]?.endOffset ?? Number.POSITIVE_INFINITY;
    if (next - start <= LONGEST) continue;
    parts.push(page.slice(0, first) + page.slice(start, place.endOffset) + page.slice(last));
    start = place.endOffset;
  }
  return parts;
}

/** @param {Node} document */
function doubleIds(document) {
  const ids = [...elementsIn(document)].flatMap((element) => attribute(element, "id") ?? []);
  return [...countValues(ids)].filter(([, count]) => count > 1).map(([id]) => `no-dup-id: Duplicate ID "${id}"`);
}
