import type { Root } from "hast";
import { findElement, hasClass, stringAttribute, visibleText } from "../../html/query.js";
import type { Article } from "../article.js";
import type { Cleanup } from "../cleanup.js";

/** cnblogs.com, whose longer code is folded away until a reader clicks. */
export const cnblogs: Cleanup = {
  name: "cnblogs",
  detect: ["div#cnblogs_post_body", "div.cnblogs_code", "div.cnblogs_Highlighter"],
  article: ["div#cnblogs_post_body"],
  read: readWrapper,
  remove: [
    "div.cnblogs_code_toolbar",
    "span.cnblogs_code_copy",
    "span.cnblogs_code_collapse",
    "img.code_img_closed",
    "img.code_img_opened",
    "div#MySignature",
    "div#blog_post_info_block",
  ],
  enter: {
    div(box) {
      const { className } = box.properties;
      if (Array.isArray(className) && className.includes("cnblogs_code_hide")) delete box.properties.style;
      return undefined;
    },
  },
};

/** Of a page that was saved whole, the heading has the title and the address. */
function readWrapper(tree: Root, article: Article): void {
  if (!findElement(tree, ({ properties }) => properties.id === "cnblogs_post_body")) return;
  const link = findElement(tree, ({ properties }) => properties.id === "cb_post_title_url");
  const title = link ?? findElement(tree, (element) => hasClass(element, "postTitle"));
  const words = title && visibleText(title).replace(/\s+/g, " ").trim();
  if (words) article.pageTitle = words;
  const href = link && stringAttribute(link, "href");
  if (href && /^https?:\/\//i.test(href)) article.source ??= href;
}
