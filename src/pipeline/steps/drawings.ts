import type { Element } from "hast";
import { element as create } from "../../html/create.js";
import { isElement } from "../../html/query.js";
import { type Outcome, REMOVE } from "../../html/walk.js";
import type { Article } from "../article.js";

/** Of a drawing its words stay, in a line of their own. */
export function labelsOf(svg: Element, article: Article): Outcome {
  const labels = labelTexts(svg).map((label) => label.replace(/\s+/g, " ").trim());
  const line = labels.filter((label) => label !== "").join(" / ");
  article.record("presentation", line ? "replace" : "remove", "svg", { sample: line });
  return line ? [create("p", {}, [line])] : REMOVE;
}

/** A drawing's `title` shows when a reader points at it. */
const unlabelled = new Set(["style", "script", "title", "desc", "metadata"]);

function labelTexts(element: Element): string[] {
  return element.children.flatMap((child) => {
    if (child.type === "text") return [child.value];
    return isElement(child) && !unlabelled.has(child.tagName) ? labelTexts(child) : [];
  });
}
