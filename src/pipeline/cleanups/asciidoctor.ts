import type { Element, ElementContent } from "hast";
import { element as create } from "../../html/create.js";
import { findElement, hasClass, isElement, stringAttribute, visibleText } from "../../html/query.js";
import type { Outcome } from "../../html/walk.js";
import type { Article } from "../article.js";
import type { Cleanup } from "../cleanup.js";

const name = "asciidoctor";

/** Output of Asciidoctor: titles of blocks are boxes, and so is what it warns of. */
export const asciidoctor: Cleanup = {
  name,
  detect: ["div.listingblock", "div.admonitionblock", "div.imageblock", "div.literalblock", "div.colist"],
  enter: { div: openBlock },
};

const titled = ["listingblock", "literalblock", "imageblock", "videoblock"];

function openBlock(block: Element, article: Article): Outcome {
  if (hasClass(block, "admonitionblock")) return [admonition(block, article)];
  if (!titled.some((kind) => hasClass(block, kind))) return undefined;
  const title = block.children.find((child) => isElement(child, "div") && hasClass(child, "title"));
  if (!isElement(title)) return undefined;
  article.record(name, "replace", "title → figcaption");
  const caption = create("figcaption", {}, title.children);
  return [
    create(
      "figure",
      {},
      block.children.map((child) => (child === title ? caption : child)),
    ),
  ];
}

/** A table of two cells: a word or a sign, and what it is about. */
function admonition(block: Element, article: Article): Element {
  const icon = findElement(block, (inner) => hasClass(inner, "icon"));
  const content = findElement(block, (inner) => hasClass(inner, "content"));
  const label = icon && labelOf(icon);
  article.record(name, "replace", "admonition → quotation", { sample: label ?? "" });
  const children: ElementContent[] = content ? content.children : block.children;
  return create("blockquote", {}, [
    ...(label && content ? [create("p", {}, [create("strong", {}, [label])])] : []),
    ...children,
  ]);
}

function labelOf(icon: Element): string | undefined {
  const sign = findElement(icon, (inner) => inner.tagName === "i" || inner.tagName === "img");
  return visibleText(icon).trim() || (sign && (stringAttribute(sign, "title") ?? stringAttribute(sign, "alt")));
}
