import type { Root } from "hast";
import { text } from "../html/create.js";
import { parseHtml, printHtml } from "../html/parse.js";
import { visibleText } from "../html/query.js";
import { isSurelyStable } from "../html/stable.js";
import { sanitizeTree } from "./steps/sanitize.js";

/** Each round takes away what the parser moved; honest bodies need one, and crafted ones a few. */
const maxRounds = 8;

/**
 * Prints a sanitized tree so that a browser reads exactly this tree: the HTML is parsed and sanitized again until nothing
 * changes any more. What never settles is an attack, and comes out as its text.
 */
export function printSettled(tree: Root): string {
  let html = printHtml(tree);
  if (isSurelyStable(tree, html)) return html;
  for (let round = 0; round < maxRounds; round += 1) {
    const next = printHtml(sanitizeTree(parseHtml(html)));
    if (next === html) return html;
    html = next;
  }
  return printHtml({ type: "root", children: [text(visibleText(tree))] });
}
