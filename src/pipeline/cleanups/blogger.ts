import type { Element } from "hast";
import { element as create } from "../../html/create.js";
import { findElements, hasClass, isElement } from "../../html/query.js";
import type { Outcome } from "../../html/walk.js";
import type { Article } from "../article.js";
import type { Cleanup } from "../cleanup.js";

const name = "blogger";

/** Blogger, whose pictures with captions are tables. */
export const blogger: Cleanup = {
  name,
  detect: [
    "div.separator",
    "table.tr-caption-container",
    "div[trbidi]",
    "div.blogger-post-footer",
    'img[src*=".bp.blogspot.com/"]',
    'a[href*=".bp.blogspot.com/"]',
    'img[src*="blogger.googleusercontent.com/"]',
  ],
  remove: ["div.blogger-post-footer", 'a[name="more"]'],
  enter: { table: captionTable },
};

function captionTable(table: Element, article: Article): Outcome {
  if (!hasClass(table, "tr-caption-container")) return undefined;
  const cells = findElements(table, (element) => isElement(element, "td"));
  const content = cells.filter((cell) => !hasClass(cell, "tr-caption")).flatMap((cell) => cell.children);
  const captions = cells.filter((cell) => hasClass(cell, "tr-caption")).flatMap((cell) => cell.children);
  article.record(name, "replace", "table.tr-caption-container → figure");
  return [create("figure", {}, [...content, ...(captions.length > 0 ? [create("figcaption", {}, captions)] : [])])];
}
