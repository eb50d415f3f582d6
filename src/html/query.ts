import type { Element, Nodes, Root, Text } from "hast";
import { find, html } from "property-information";

/** Elements whose content a reader never sees. */
const unseen = new Set(["script", "style", "template", "noscript", "title", "head"]);

export function isElement(node: Nodes | undefined, ...tagNames: string[]): node is Element {
  return node?.type === "element" && (tagNames.length === 0 || tagNames.includes(node.tagName));
}

/** All the text in a node, as it is: for code. */
export function textContent(node: Nodes): string {
  if (node.type === "text") return node.value;
  if (!("children" in node)) return "";
  let text = "";
  for (const child of node.children) text += textContent(child);
  return text;
}

/** The text that a reader sees, white space as in the source; of a formula its TeX, where MathML has it. */
export function visibleText(node: Nodes): string {
  if (node.type === "text") return node.value;
  if (!("children" in node) || (node.type === "element" && unseen.has(node.tagName))) return "";
  const tex = isElement(node, "math") && findElement(node, (element) => element.tagName === "annotation");
  if (tex) return textContent(tex);
  let text = "";
  for (const child of node.children) text += visibleText(child);
  return text;
}

/** Whether there is something to see: text, or an element that shows itself. */
export function isBlank(node: Nodes): boolean {
  if (node.type === "text") return !/[^\s\u200b\ufeff]/.test(node.value);
  if (node.type === "comment" || node.type === "doctype") return true;
  if (node.type === "element" && selfShowing.has(node.tagName)) return false;
  return !("children" in node) || node.children.every(isBlank);
}

const selfShowing = new Set(
  "img svg picture video audio iframe object embed canvas hr input button select textarea math br".split(" "),
);

export function hasClass(element: Element, name: string): boolean {
  const classes = element.properties.className;
  return Array.isArray(classes) && classes.includes(name);
}

const none: readonly string[] = [];
const isString = (value: unknown): boolean => typeof value === "string";

export function classList(element: Element): readonly string[] {
  const classes = element.properties.className;
  if (!Array.isArray(classes)) return none;
  return classes.every(isString) ? (classes as string[]) : classes.map(String);
}

/** An attribute by its HTML name, as the text of the source; `undefined` where it is absent. */
export function stringAttribute(element: Element, name: string): string | undefined {
  const value = element.properties[propertyName(name)];
  if (value === undefined || value === null || value === false) return undefined;
  if (value === true) return "";
  return Array.isArray(value) ? value.join(" ") : String(value);
}

const propertyNames = new Map<string, string>();

/** The name of an attribute's property in trees. */
export function propertyName(attribute: string): string {
  let property = propertyNames.get(attribute);
  if (property === undefined) {
    property = find(html, attribute).property;
    propertyNames.set(attribute, property);
  }
  return property;
}

/** The first element, in document order, for which `test` holds. */
export function findElement(node: Root | Element, test: (element: Element) => boolean): Element | undefined {
  for (const child of node.children) {
    if (child.type !== "element") continue;
    const found = test(child) ? child : findElement(child, test);
    if (found) return found;
  }
  return undefined;
}

/** Every element for which `test` holds, in document order. */
export function findElements(node: Root | Element, test: (element: Element) => boolean): Element[] {
  const found: Element[] = [];
  collectElements(node, test, found);
  return found;
}

function collectElements(node: Root | Element, test: (element: Element) => boolean, found: Element[]): void {
  for (const child of node.children) {
    if (child.type !== "element") continue;
    if (test(child)) found.push(child);
    collectElements(child, test, found);
  }
}

/** All text nodes in document order. */
export function textNodes(node: Root | Element): Text[] {
  return node.children.flatMap((child) =>
    child.type === "text" ? [child] : child.type === "element" ? textNodes(child) : [],
  );
}
