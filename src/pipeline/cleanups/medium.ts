import type { Element, Root } from "hast";
import { element as create } from "../../html/create.js";
import { findElement, hasClass, isElement, stringAttribute, visibleText } from "../../html/query.js";
import { type Outcome, REMOVE } from "../../html/walk.js";
import type { Article } from "../article.js";
import type { Cleanup } from "../cleanup.js";
import { sameTitle } from "../steps/title.js";

/** Medium: its export and saved pages. */
export const medium: Cleanup = {
  name: "medium",
  detect: ["section.section--body", 'p[class*="graf--"]', 'section[data-field="body"]', "div.progressiveMedia"],
  article: ['section[data-field="body"]'],
  read: readWrapper,
  remove: ["canvas.progressiveMedia-canvas", "img.progressiveMedia-thumbnail", "div.aspectRatioPlaceholder-fill"],
  unwrap: ["div.section-content", "div.section-inner", "div.aspectRatioPlaceholder", "div.progressiveMedia"],
  enter: { section: dropFirstRule, h3: dropTitle, h4: dropTitle, h1: dropTitle, h2: dropTitle },
};

/** Title, address and subtitle stand around the text. Mostly the subtitle is how the text begins. */
function readWrapper(tree: Root, article: Article): void {
  const body = findElement(tree, (element) => stringAttribute(element, "data-field") === "body");
  if (!body) return;
  const title = findElement(tree, (element) => hasClass(element, "p-name"));
  if (title) article.pageTitle = visibleText(title).replace(/\s+/g, " ").trim() || undefined;
  const address = findElement(tree, (element) => hasClass(element, "p-canonical"));
  const href = address && stringAttribute(address, "href");
  if (href && /^https?:\/\//.test(href)) article.source ??= href;
  const subtitle = findElement(tree, (element) => stringAttribute(element, "data-field") === "subtitle");
  if (!subtitle) return;
  if (!says(body, visibleText(subtitle))) body.children.unshift(create("p", {}, subtitle.children));
  subtitle.children = [];
}

const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, "");

function says(body: Element, words: string): boolean {
  return letters(visibleText(body)).includes(letters(words));
}

/** The text begins with the title again, perhaps behind a picture. */
function dropTitle(heading: Element, article: Article): Outcome {
  if (!hasClass(heading, "graf--title") || article.pageTitle === undefined) return undefined;
  if (!sameTitle(visibleText(heading), article.pageTitle)) return undefined;
  article.record("medium", "remove", "title said again", { sample: article.pageTitle });
  return REMOVE;
}

/** The rule that divides sections is not shown before the first. */
function dropFirstRule(section: Element): undefined {
  if (!hasClass(section, "section--first")) return;
  section.children = section.children.filter((child) => !isElement(child) || !hasClass(child, "section-divider"));
}
