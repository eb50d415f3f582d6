import type { Element } from "hast";
import { classList, hasClass, visibleText } from "../../html/query.js";
import { type Outcome, REMOVE, UNWRAP } from "../../html/walk.js";
import type { Article } from "../article.js";
import type { Cleanup } from "../cleanup.js";

const name = "csdn-htmledit";

/** CSDN's rich text editor, into which people paste from Word, WeChat, Juejin and Kdocs. */
export const csdnHtmledit: Cleanup = {
  name,
  detect: ["div.htmledit_views", "p#main-toc"],
  // Its table of contents; the theme makes one of its own.
  remove: ["p#main-toc", 'p[id$="-toc"]', "hr#hr-toc", "img.link-link-icon"],
  unwrap: ["div.htmledit_views"],
  enter: { span: cleanSpan, a: openCard },
};

const kdocsNames: Readonly<Record<string, string>> = {
  "kdocs-bold": "strong",
  "kdocs-italic": "em",
  "kdocs-strikethrough": "del",
  "kdocs-underline": "u",
  "kdocs-superscript": "sup",
  "kdocs-subscript": "sub",
};

function cleanSpan(span: Element, article: Article): Outcome {
  const classes = classList(span);
  if (classes.length === 0) return undefined;
  // Of a link's card the title is the link's text; the rest repeats its target.
  if (classes.includes("link-desc") || classes.includes("link-link")) {
    article.record(name, "remove", `span.${classes[0]}`, { lost: span });
    return REMOVE;
  }
  if (classes.some((name) => name === "link-title" || name.startsWith("link-card-"))) return UNWRAP;
  const meaning = classes.map((name) => kdocsNames[name]).find((name) => name !== undefined);
  if (meaning) {
    span.tagName = meaning;
    span.properties = {};
    article.record(name, "replace", `kdocs → ${meaning}`);
  }
  return undefined;
}

/** A card without a title would leave nothing to click. */
function openCard(anchor: Element): undefined {
  if (!hasClass(anchor, "has-card") || visibleText(anchor).trim() !== "") return;
  const { href, title } = anchor.properties;
  anchor.children = [{ type: "text", value: String(title ?? href ?? "") }];
}
