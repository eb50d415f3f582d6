import type { Element } from "hast";
import { findElement, hasClass, stringAttribute } from "../../html/query.js";
import type { Article } from "../article.js";
import type { Cleanup } from "../cleanup.js";

/** zhihu.com: cards for links, pictures that load late. */
export const zhihu: Cleanup = {
  name: "zhihu",
  detect: ["div.RichText", "span.RichText", "a.LinkCard", 'a[href*="link.zhihu.com"]', "img[data-actualsrc]"],
  remove: ["span.LinkCard-image", "span.LinkCard-meta", "span.LinkCard-backdrop", "svg.Zi"],
  enter: { a: openCard, img: lateImage },
};

/** The card's title is the link's text. */
function openCard(anchor: Element, article: Article): undefined {
  if (!hasClass(anchor, "LinkCard")) return;
  const title = findElement(anchor, (element) => hasClass(element, "LinkCard-title"));
  if (title) anchor.children = title.children;
  article.record("zhihu", "replace", "a.LinkCard → link");
}

function lateImage(image: Element): undefined {
  const late = stringAttribute(image, "data-original") ?? stringAttribute(image, "data-actualsrc");
  const src = stringAttribute(image, "src");
  if (late && (!src || src.startsWith("data:"))) image.properties.src = late;
}
