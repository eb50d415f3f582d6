import type { Element, ElementContent } from "hast";
import { element as create, text } from "../../html/create.js";
import { findElement, isElement, stringAttribute, textContent } from "../../html/query.js";
import { type Outcome, REMOVE, UNWRAP } from "../../html/walk.js";
import type { Article } from "../article.js";
import type { Cleanup } from "../cleanup.js";

const name = "confluence";

/** Pages as Confluence stores them: macros, attachments and links in elements of its own. Code is read in `character-data.ts`. */
export const confluence: Cleanup = {
  name,
  detect: [/<ac:(?:structured-macro|macro|image|link|layout|task-list)\b/i],
  enter: {
    "ac:structured-macro": macro,
    "ac:macro": macro,
    "ac:parameter": () => REMOVE,
    "ac:task-id": () => REMOVE,
    "ac:placeholder": () => REMOVE,
    "ac:image": picture,
    "ac:link": link,
    "ac:task-list": (element) => rename(element, "ul"),
    "ac:task": (element) => rename(element, "li"),
    "ac:task-status": (element) => [text(textContent(element).trim() === "complete" ? "☑ " : "☐ ")],
    "ac:emoticon": (element) => emoticon(element),
  },
};

function rename(element: Element, tagName: string): undefined {
  element.tagName = tagName;
  element.properties = {};
}

/** Boxes that set text apart. */
const boxes = new Set(["info", "note", "tip", "warning", "panel", "noformat-panel"]);

function macro(element: Element, article: Article): Outcome {
  const kind = stringAttribute(element, "ac:name") ?? "";
  const title = parameter(element, "title");
  article.record(name, "replace", `macro ${kind}`, { sample: title ?? "" });
  const pre = findElement(element, ({ tagName }) => tagName === "pre");
  if (pre && (kind === "code" || kind === "noformat")) return codeBlock(pre, parameter(element, "language"), title);
  const heading = title ? [create("p", {}, [create("strong", {}, [title])])] : [];
  if (boxes.has(kind)) return [create("blockquote", {}, [...heading, ...element.children])];
  if (kind === "expand") return [create("details", {}, [create("summary", {}, [title ?? "…"]), ...element.children])];
  return heading.length > 0 ? [...heading, ...element.children] : UNWRAP;
}

function codeBlock(pre: Element, language: string | undefined, title: string | undefined): Element[] {
  if (language) pre.properties.className = [`language-${language}`];
  return [title ? create("figure", {}, [create("figcaption", {}, [title]), pre]) : pre];
}

/** Of the macro itself, not of one in it. */
function parameter(macro: Element, key: string): string | undefined {
  const found = macro.children.find(
    (child) => isElement(child, "ac:parameter") && stringAttribute(child, "ac:name") === key,
  );
  return (found && textContent(found).trim()) || undefined;
}

function picture(element: Element, article: Article): Outcome {
  const address = findElement(element, ({ tagName }) => tagName === "ri:url");
  const file = findElement(element, ({ tagName }) => tagName === "ri:attachment");
  const src = (address && stringAttribute(address, "ri:value")) ?? (file && stringAttribute(file, "ri:filename"));
  if (!src) return undefined;
  article.record(name, "replace", "ac:image → img", { sample: src });
  const image = create("img", { src, alt: stringAttribute(element, "ac:alt") ?? "" });
  return [image, ...behind(element, "ri:url", "ri:attachment")];
}

/** Confluence knows pages by their titles: without an address the title stays. */
function link(element: Element): Outcome {
  const target = findElement(element, ({ tagName }) => /^ri:(?:page|blog-post|attachment|url)$/.test(tagName));
  const said = textContent(element).trim();
  if (!target) return UNWRAP;
  const href = stringAttribute(target, "ri:value");
  const title = stringAttribute(target, "ri:content-title") ?? stringAttribute(target, "ri:filename") ?? href;
  const label = said || title || "";
  return href ? [create("a", { href }, [label])] : [text(label)];
}

/** What the parser put into an empty element of XML. */
function behind(element: Element, ...tagNames: readonly string[]): ElementContent[] {
  return element.children.flatMap((child) => (isElement(child, ...tagNames) ? child.children : []));
}

function emoticon(element: Element): Outcome {
  const sign = stringAttribute(element, "ac:emoji-fallback");
  return sign ? [text(sign), ...element.children] : UNWRAP;
}
