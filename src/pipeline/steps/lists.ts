import type { Element, ElementContent } from "hast";
import { element as create } from "../../html/create.js";
import { isBlank, isElement } from "../../html/query.js";
import type { Outcome, Place } from "../../html/walk.js";
import type { Article } from "../article.js";
import type { Step } from "../step.js";

/** Every entry is in a list, and a list holds nothing but entries. */
export const lists: Step = {
  name: "lists",
  visitor: {
    enter: { li: strayEntry, dt: strayTerm, dd: strayTerm },
    leave: { ul: repairList, ol: repairList, dl: repairDescriptions },
  },
};

/** Stray entries that already are in the list of the one before them. */
const taken = new WeakSet<Element>();

function strayEntry(entry: Element, article: Article, place: Place): Outcome {
  if (isElement(place.parents.at(-1), "ul", "ol", "menu", "dir")) return undefined;
  return gather(entry, ["li"], "ul", article, place);
}

function strayTerm(term: Element, article: Article, place: Place): Outcome {
  const [parent, above] = [place.parents.at(-1), place.parents.at(-2)];
  if (isElement(parent, "dl") || (isElement(parent, "div") && isElement(above, "dl"))) return undefined;
  return gather(term, ["dt", "dd"], "dl", article, place);
}

/** A list of the stray entry and of those that follow it. */
function gather(entry: Element, tagNames: readonly string[], list: string, article: Article, place: Place): Outcome {
  if (taken.has(entry)) return [];
  const siblings = place.parents.at(-1)!.children as ElementContent[];
  const start = siblings.indexOf(entry);
  const entries: ElementContent[] = [];
  // An element around it that was unwrapped leaves it without known siblings.
  for (const sibling of start < 0 ? [entry] : siblings.slice(start)) {
    if (isElement(sibling, ...tagNames)) {
      entries.push(sibling);
      taken.add(sibling);
    } else if (!isBlank(sibling)) break;
  }
  article.record("lists", "replace", `${entry.tagName} outside of a list`);
  return [create(list, {}, entries)];
}

function repairList(list: Element, article: Article): Outcome {
  if (list.children.every((child) => isElement(child, "li") || isIgnorable(child))) return undefined;
  list.children = enclose(list.children, (child) => isElement(child, "li"), "li");
  article.record("lists", "replace", "content between entries");
  return undefined;
}

function repairDescriptions(list: Element, article: Article): Outcome {
  const fits = (child: ElementContent): boolean => isElement(child, "dt", "dd", "div");
  if (!list.children.some(fits)) return list.children;
  if (list.children.every((child) => fits(child) || isIgnorable(child))) return undefined;
  list.children = enclose(list.children, fits, "dd");
  article.record("lists", "replace", "content between entries");
  return undefined;
}

/** Puts what stands between the entries at the end of the one before, or into an entry of its own. */
function enclose(
  children: readonly ElementContent[],
  isEntry: (child: ElementContent) => boolean,
  tagName: string,
): ElementContent[] {
  const entries: Element[] = [];
  for (const child of children) {
    const last = entries.at(-1);
    if (isEntry(child)) entries.push(child as Element);
    else if (last?.tagName === tagName) last.children.push(child);
    else if (!isIgnorable(child)) entries.push(create(tagName, {}, [child]));
  }
  return entries;
}

function isIgnorable(child: ElementContent): boolean {
  return child.type === "comment" || (child.type === "text" && child.value.trim() === "");
}
