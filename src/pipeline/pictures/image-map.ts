import type { Element } from "hast";
import { element as create } from "../../html/create.js";
import { findElements, stringAttribute } from "../../html/query.js";
import { type Outcome, REMOVE } from "../../html/walk.js";
import type { Article } from "../article.js";

/** The places of a picture that a reader could click on, as a list of links. For a table of element handlers. */
export function listAreas(map: Element, article: Article): Outcome {
  const areas = findElements(map, ({ tagName }) => tagName === "area");
  const links = areas.map(linkOf).filter((link) => link !== undefined);
  if (links.length === 0) return REMOVE;
  article.record("images", "replace", "map → list of links", { sample: stringAttribute(map, "name") ?? "" });
  const others = map.children.filter((child) => child.type !== "element" || child.tagName !== "area");
  return [
    ...others,
    create(
      "ul",
      {},
      links.map((link) => create("li", {}, [link])),
    ),
  ];
}

function linkOf(area: Element): Element | undefined {
  const href = stringAttribute(area, "href")?.trim();
  if (!href || /^\s*javascript:/i.test(href)) return undefined;
  const label = stringAttribute(area, "alt")?.trim() || stringAttribute(area, "title")?.trim() || href;
  return create("a", { href }, [label]);
}
