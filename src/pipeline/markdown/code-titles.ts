import type { Element, ElementContent, Root } from "hast";
import { element } from "../../html/create.js";
import { isElement } from "../../html/query.js";

/** Puts above the code what a fence has said of it: a title, and a link to where it comes from. */
export function showCodeTitles(parent: Root | Element): void {
  for (const [index, child] of parent.children.entries()) {
    if (child.type !== "element") continue;
    const caption = child.tagName === "pre" ? takeCaption(child) : [];
    if (caption.length > 0) parent.children[index] = withCaption(child, caption);
    else showCodeTitles(child);
  }
}

function takeCaption(pre: Element): readonly (ElementContent | string)[] {
  const code = pre.children[0];
  if (!isElement(code, "code")) return [];
  const { dataTitle, dataHref, dataLink, ...properties } = code.properties;
  code.properties = properties;
  const link = dataHref && element("a", { href: String(dataHref) }, [String(dataLink ?? dataHref)]);
  const title = dataTitle === undefined ? [] : [String(dataTitle)];
  if (!link) return title;
  return title.length > 0 ? [...title, " ", link] : [link];
}

function withCaption(pre: Element, caption: readonly (ElementContent | string)[]): ElementContent {
  const figure = element("figure", {}, [element("figcaption", {}, caption), pre]);
  return pre.position ? { ...figure, position: pre.position } : figure;
}
