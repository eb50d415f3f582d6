import { renderTagsDirectly } from "./tags.js";
import { renderTemplatesDirectly } from "./templates.js";
import { evaluateValuesDirectly } from "./values.js";

export { latestFilter, type PlacedToken } from "./values.js";

/*
 * LiquidJS renders through half a dozen generators for each `{{ page.title | escape }}` and each tag, so that any part of it
 * might be a promise. Our rendering is synchronous, and then most of a page's time goes into them. Here templates become
 * functions when they are first rendered: values, operators, the usual tags, lists of templates. Whatever is not plain still
 * goes through LiquidJS, whose rendering with promises stays as it is.
 */

/** Teaches LiquidJS the short way, in the whole process. */
export function renderDirectly(): void {
  if (isTaught) return;
  isTaught = true;
  evaluateValuesDirectly();
  renderTemplatesDirectly();
  renderTagsDirectly();
}

let isTaught = false;
