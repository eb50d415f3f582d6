import type { Element } from "hast";
import { hasClass } from "../../html/query.js";
import type { Outcome } from "../../html/walk.js";
import type { Cleanup } from "../cleanup.js";
import { joinLists } from "../flow/join-lists.js";

/** Notion's export to HTML: a list for each entry, and boxes that only a style sheet fills. */
export const notion: Cleanup = {
  name: "notion",
  detect: ["ul.bulleted-list", "ol.numbered-list", "ul.to-do-list", "figure.callout", "a.bookmark", "div.page-body"],
  transform: joinLists,
  enter: { div: checkbox },
};

function checkbox(box: Element): Outcome {
  if (!hasClass(box, "checkbox")) return undefined;
  return [{ type: "text", value: hasClass(box, "checkbox-on") ? "☑ " : "☐ " }];
}
