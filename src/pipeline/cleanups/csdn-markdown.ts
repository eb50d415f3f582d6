import type { Element } from "hast";
import { findElement, hasClass, isBlank, stringAttribute } from "../../html/query.js";
import { type Outcome, REMOVE, UNWRAP } from "../../html/walk.js";
import type { Article } from "../article.js";
import type { Cleanup } from "../cleanup.js";

const name = "csdn-markdown";

/** CSDN's Markdown editor. */
export const csdnMarkdown: Cleanup = {
  name,
  detect: ["div.markdown_views"],
  remove: ["ul.pre-numbering", "div.hljs-button", "a.heading-anchor"],
  unwrap: ["div.markdown_views", "div.table-box"],
  enter: { div: tableOfContents },
};

/** The theme makes one of its own. Without links it is a line that the author wrote into its heading. */
function tableOfContents(box: Element, article: Article): Outcome {
  if (!hasClass(box, "toc")) return undefined;
  if (!isBlank(box) && !findElement(box, isLinkInPage)) return UNWRAP;
  article.record(name, "remove", "div.toc", { lost: box });
  return REMOVE;
}

function isLinkInPage(element: Element): boolean {
  return element.tagName === "a" && (stringAttribute(element, "href") ?? "").includes("#");
}
