import type { Element, ElementContent, Properties, Text } from "hast";

export function text(value: string): Text {
  return { type: "text", value };
}

export function element(
  tagName: string,
  properties: Properties,
  children: readonly (ElementContent | string)[] = [],
): Element {
  // Lists of nodes are filled one by one: those that `map` makes are of another kind to V8, which compiles what reads both anew.
  const nodes: ElementContent[] = [];
  for (const child of children) nodes.push(typeof child === "string" ? text(child) : child);
  return { type: "element", tagName, properties, children: nodes };
}
