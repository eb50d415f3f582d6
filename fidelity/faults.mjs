import { attribute, childrenOf, elementsIn, isElement, rawText } from "./tree.mjs";

/** @import { Element, Node, Sample } from "./model.d.ts" */

const OBSOLETE = new Set("font center tt strike big basefont marquee blink acronym".split(" "));
const MUST_HAVE_CONTENT = new Set(
  "p div span h1 h2 h3 h4 h5 h6 li ul ol blockquote strong em b i a figure figcaption section article pre code".split(
    " ",
  ),
);
const SHOWN_ALONE = new Set(
  "img video audio iframe svg math input hr br object embed canvas picture source".split(" "),
);

/** What the cleaning should not have left in a post's body. @param {Node} body @returns {Sample[]} */
export function leftoversIn(body) {
  return [...elementsIn(body)].flatMap((element) =>
    [...faultsOf(element)].map((kind) => ({ kind, sample: openTag(element) })),
  );
}

/** Links into the page whose target is not there. @param {Node} page @returns {Sample[]} */
export function danglingLinksIn(page) {
  /** @type {Set<string>} */
  const ids = new Set();
  for (const element of elementsIn(page)) {
    for (const name of ["id", "name"]) ids.add(attribute(element, name) ?? "");
  }
  /** @type {Sample[]} */
  const dangling = [];
  for (const element of elementsIn(page)) {
    const href = element.tagName === "a" ? (attribute(element, "href") ?? "") : "";
    if (!href.startsWith("#") || href === "#" || href === "#top") continue;
    if (!ids.has(href.slice(1)) && !ids.has(decoded(href.slice(1)))) dangling.push({ kind: "dangling", sample: href });
  }
  return dangling;
}

/** @param {Element} element @returns {Generator<string>} */
function* faultsOf(element) {
  for (const { name, value } of element.attrs) {
    if (name === "style") yield "style";
    if (/^on[a-z]/.test(name)) yield "handler";
    if (
      /^(?:href|src|action|formaction|data|poster)$/.test(name) &&
      /^[\s\u0000-\u001f]*(?:javascript|vbscript):/i.test(value)
    )
      yield "javascript";
  }
  const tag = element.tagName;
  if (tag === "script") yield "script";
  if (tag === "link" || tag === "meta" || tag === "style" || tag === "title") yield "stray";
  if (OBSOLETE.has(tag)) yield "obsolete";
  if (tag === "div" && element.attrs.length === 0) yield "wrapper";
  if (tag === "span" && element.attrs.length === 0) yield "wrapper";
  if (MUST_HAVE_CONTENT.has(tag) && isEmpty(element) && attribute(element, "id") === undefined) yield "empty";
}

/** @param {Element} element */
function isEmpty(element) {
  if (/\S/.test(rawText(element).replace(/[\u200b\ufeff]/g, ""))) return false;
  for (const inner of elementsIn(element)) {
    const alone = SHOWN_ALONE.has(inner.tagName) && !(inner.tagName === "br" && element.tagName !== "span");
    if (alone || attribute(inner, "id") !== undefined) return false;
  }
  return true;
}

/** @param {Element} element */
function openTag(element) {
  const inner = childrenOf(element)
    .filter((child) => !isElement(child))
    .map(rawText)
    .join("")
    .trim()
    .slice(0, 30);
  const attributes = element.attrs.map(({ name, value }) => ` ${name}="${value.slice(0, 40)}"`).join("");
  return `<${element.tagName}${attributes}>${inner}`.slice(0, 140);
}

/** @param {string} text */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
