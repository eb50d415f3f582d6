import type { Element, ElementContent, Root } from "hast";
import { findElements, isElement } from "../../html/query.js";

/** Footnotes as the theme knows them: by class, without a heading in some language. */
export function tidyFootnotes(tree: Root): void {
  for (const section of findElements(tree, (element) => element.properties.dataFootnotes !== undefined)) {
    section.properties = { className: ["footnotes"] };
    section.children = withoutHeading(section);
  }
  for (const link of findElements(tree, (element) => element.tagName === "a")) {
    if (link.properties.dataFootnoteRef !== undefined) become(link, "footnote-ref");
    else if (link.properties.dataFootnoteBackref !== undefined) become(link, "footnote-back");
  }
}

function withoutHeading(section: Element): ElementContent[] {
  const from = section.children.findIndex((child) => isElement(child, "ol"));
  return from < 0 ? section.children : section.children.slice(from);
}

function become(link: Element, className: string): void {
  const { id, href } = link.properties;
  link.properties = { ...(id === undefined ? {} : { id }), href, className: [className] };
}
