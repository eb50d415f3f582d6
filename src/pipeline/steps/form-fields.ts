import type { Element } from "hast";
import { text } from "../../html/create.js";
import { findElements, stringAttribute, visibleText } from "../../html/query.js";
import { type Outcome, REMOVE } from "../../html/walk.js";
import type { Article } from "../article.js";

/*
 * Of a form's fields, what a reader saw in them.
 */

/** The state of a task; other fields of a form show nothing. */
export function checkbox(element: Element, article: Article): Outcome {
  const isOfTask = stringAttribute(element, "type")?.toLowerCase() === "checkbox";
  if (!isOfTask) return article.options.sanitize ? REMOVE : undefined;
  return [text(element.properties.checked ? "☑ " : "☐ ")];
}

/** Of a field to choose from, what there was to choose. */
export function choices(select: Element, article: Article): Outcome {
  const options = findElements(select, ({ tagName }) => tagName === "option").map((option) =>
    visibleText(option).trim(),
  );
  const shown = options.filter((option) => option !== "").join(" / ");
  article.record("presentation", shown ? "replace" : "remove", "select", { sample: shown });
  return shown ? [text(shown)] : REMOVE;
}
