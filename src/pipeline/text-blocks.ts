import type { Nodes } from "hast";
import { isElement, visibleText } from "../html/query.js";

/** The innermost blocks that hold sentences, in their order: no headings, no code, no tables, no captions. */
export function* textBlocks(node: Nodes): Generator<Nodes> {
  if (!("children" in node)) return;
  for (const child of node.children) {
    if (!isElement(child) || isElement(child, ...silent)) continue;
    if (isElement(child, "p", "dt", "dd") || (isElement(child, "li", "div") && holdsSentences(child))) yield child;
    else yield* textBlocks(child);
  }
}

/** The text of the first blocks, a line each: at least so many characters where there are so many. */
export function firstText(node: Nodes, characters: number): string {
  let text = "";
  for (const block of textBlocks(node)) {
    text += `${visibleText(block)}\n`;
    if (text.length >= characters) break;
  }
  return text;
}

const silent = "h1 h2 h3 h4 h5 h6 pre table figure math svg hr details".split(" ");
const blocks = "p ul ol dl div pre table blockquote figure".split(" ");

function holdsSentences(node: Nodes): boolean {
  return (
    "children" in node &&
    node.children.some((child) => child.type === "text" && /[\p{L}\p{N}]/u.test(child.value)) &&
    !node.children.some((child) => isElement(child, ...blocks))
  );
}
