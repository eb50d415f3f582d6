/** @import { Element, Node, Parent } from "./model.d.ts" */

/** @param {Node} node @returns {node is Element} */
export function isElement(node) {
  return "tagName" in node;
}

/** The child nodes of any node. @param {Node} node @returns {Node[]} */
export function childrenOf(node) {
  return "childNodes" in node ? node.childNodes : [];
}

/** Value of an attribute, or undefined. @param {Element} element @param {string} name */
export function attribute(element, name) {
  return element.attrs.find((entry) => entry.name === name)?.value;
}

/** @param {Element} element */
export function classesOf(element) {
  return (attribute(element, "class") ?? "").split(/\s+/).filter(Boolean);
}

/** Value of a CSS property in the style attribute, lower case, or empty. @param {Element} element @param {string} property */
export function styleOf(element, property) {
  const style = attribute(element, "style");
  if (style === undefined) return "";
  const match = new RegExp(`(?:^|[;\\s])${property}\\s*:\\s*([^;]+)`, "i").exec(style);
  return match?.[1]?.trim().toLowerCase() ?? "";
}

/** All elements under a node in document order. @param {Node} root @returns {Generator<Element>} */
export function* elementsIn(root) {
  const pending = [...childrenOf(root)].reverse();
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (isElement(node)) yield node;
    const children = childrenOf(node);
    for (let index = children.length - 1; index >= 0; index -= 1) pending.push(/** @type {Node} */ (children[index]));
  }
}

/** @param {Node} root @param {(element: Element) => boolean} test */
export function findElement(root, test) {
  for (const element of elementsIn(root)) if (test(element)) return element;
  return undefined;
}

/** Takes every element that the test names out of the tree. @param {Parent} root @param {(element: Element) => boolean} test */
export function removeElements(root, test) {
  for (const element of [...elementsIn(root)]) {
    const siblings = element.parentNode?.childNodes;
    if (siblings !== undefined && test(element)) siblings.splice(siblings.indexOf(element), 1);
  }
}

/** All text under a node, visible or not. @param {Node} node @returns {string} */
export function rawText(node) {
  if ("value" in node && node.nodeName === "#text") return node.value;
  return childrenOf(node).map(rawText).join("");
}

export const BLOCKS = new Set(
  (
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form ac:task " +
    "h1 h2 h3 h4 h5 h6 header hgroup hr li legend main menu nav ol option p pre section summary table tbody td tfoot th thead tr ul video"
  ).split(" "),
);

const UNSEEN = new Set(
  "script style template noscript head title meta link base iframe object embed audio canvas noembed noframes datalist rp".split(
    " ",
  ),
);

/** Whether a browser would not show the element's own text. @param {Element} element */
export function isUnseen(element) {
  if (UNSEEN.has(element.tagName)) return element.tagName !== "title" || element.namespaceURI.endsWith("svg");
  if (element.tagName === "video" || attribute(element, "hidden") !== undefined) return true;
  return styleOf(element, "display").startsWith("none");
}
