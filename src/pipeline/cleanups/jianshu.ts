import type { Element } from "hast";
import { hasClass } from "../../html/query.js";
import { type Outcome, REMOVE, UNWRAP } from "../../html/walk.js";
import type { Cleanup } from "../cleanup.js";

/** jianshu.com: pictures in boxes of several layers, the outermost of which the step `captions` reads. */
export const jianshu: Cleanup = {
  name: "jianshu",
  detect: ["div.image-package", 'img[src*="upload-images.jianshu.io"]', 'img[data-original-src*="jianshu"]'],
  enter: { div: openBox },
};

function openBox(box: Element): Outcome {
  if (hasClass(box, "image-container-fill")) return REMOVE;
  return hasClass(box, "image-container") || hasClass(box, "image-view") ? UNWRAP : undefined;
}
