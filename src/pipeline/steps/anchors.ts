import type { Element } from "hast";
import { blockTags, headingTags } from "../../html/content-model.js";
import { element as create } from "../../html/create.js";
import { isBlank, isElement, visibleText } from "../../html/query.js";
import type { Place } from "../../html/walk.js";

/*
 * Links, and places to link to, in old spellings.
 */

/** The old way to make a place to link to. */
export function nameToId({ properties }: Element): void {
  const { id, name } = properties;
  if (name === undefined || name === "" || (id !== undefined && id !== name)) return;
  properties.id = String(name);
  delete properties.name;
}

export function isNoLink(element: Element): boolean {
  const { href, id, name } = element.properties;
  if (id !== undefined || name !== undefined || element.properties.className !== undefined) return false;
  if (href === undefined || href === null) return true;
  return /^\s*javascript:/i.test(String(href)) && visibleText(element).trim() !== "";
}

/** A place to link to with blocks in it, or with a whole heading: its end was forgotten. The place itself stays, before them. */
export function isLeftOpen(element: Element, place: Place): boolean {
  const { href, id, className } = element.properties;
  if (href !== undefined || className !== undefined || element.children.every(isBlank)) return false;
  const holdsBlocks = element.children.some((child) => isElement(child) && blockTags.has(child.tagName));
  if (!holdsBlocks && !isElement(place.parents.at(-1), ...headingTags)) return false;
  if (id !== undefined) element.children.unshift(create("a", { id }));
  return true;
}
