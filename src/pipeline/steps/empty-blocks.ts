import type { Element } from "hast";
import { isBlank } from "../../html/query.js";
import { type Outcome, REMOVE } from "../../html/walk.js";
import type { Article } from "../article.js";
import type { Step } from "../step.js";

const name = "empty-blocks";

/** Elements that hold nothing to see go; those that links may lead to stay as empty anchors. */
export const emptyBlocks: Step = {
  name,
  visitor: {
    leave: Object.fromEntries(
      "p div span font strong em b i u h1 h2 h3 h4 h5 h6 li section".split(" ").map((tagName) => [tagName, leave]),
    ),
  },
};

function leave(element: Element, article: Article): Outcome {
  const hasBreakOnly =
    element.tagName === "p" && element.children.every((child) => child.type !== "element" || child.tagName === "br");
  if (
    !isBlank(element) &&
    !(hasBreakOnly && element.children.every((child) => child.type !== "text" || isBlank(child)))
  )
    return undefined;
  if (element.properties.id !== undefined || element.children.some(holdsAnchor)) {
    return [
      {
        type: "element",
        tagName: "span",
        properties: { id: element.properties.id },
        children: element.children.filter(holdsAnchor),
      },
    ];
  }
  article.record(name, "remove", `empty ${element.tagName}`);
  return REMOVE;
}

function holdsAnchor(node: Element["children"][number]): boolean {
  if (node.type !== "element") return false;
  return node.properties.id !== undefined || node.properties.name !== undefined || node.children.some(holdsAnchor);
}
