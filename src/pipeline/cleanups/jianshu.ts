import type { Element } from "hast";
import { hasClass } from "../../html/query.js";
import { type Outcome, REMOVE, UNWRAP } from "../../html/walk.js";
import type { Article } from "../article.js";
import type { Cleanup } from "../cleanup.js";

/** jianshu.com: pictures in boxes of several layers, with a caption that often says nothing. */
export const jianshu: Cleanup = {
  name: "jianshu",
  detect: ["div.image-package", 'img[src*="upload-images.jianshu.io"]', 'img[data-original-src*="jianshu"]'],
  enter: { div: openBox },
};

function openBox(box: Element, article: Article): Outcome {
  if (hasClass(box, "image-container-fill")) return REMOVE;
  if (hasClass(box, "image-container") || hasClass(box, "image-view")) return UNWRAP;
  if (hasClass(box, "image-package")) {
    box.tagName = "figure";
    box.properties = {};
    article.record("jianshu", "replace", "div.image-package → figure");
  } else if (hasClass(box, "image-caption")) {
    box.tagName = "figcaption";
    box.properties = {};
  }
  return undefined;
}
