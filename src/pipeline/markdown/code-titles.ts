import type { Element, ElementContent, Root } from "hast";
import { element } from "../../html/create.js";
import { isElement } from "../../html/query.js";

/** Puts the title that a fence has given to its code above it. */
export function showCodeTitles(parent: Root | Element): void {
  for (const [index, child] of parent.children.entries()) {
    if (child.type !== "element") continue;
    const title = child.tagName === "pre" ? takeTitle(child) : undefined;
    if (title !== undefined) parent.children[index] = withCaption(child, title);
    else showCodeTitles(child);
  }
}

function takeTitle(pre: Element): string | undefined {
  const code = pre.children[0];
  if (!isElement(code, "code") || code.properties.dataTitle === undefined) return undefined;
  const title = String(code.properties.dataTitle);
  delete code.properties.dataTitle;
  return title;
}

function withCaption(pre: Element, title: string): ElementContent {
  const figure = element("figure", {}, [element("figcaption", {}, [title]), pre]);
  return pre.position ? { ...figure, position: pre.position } : figure;
}
