import type { Root } from "hast";
import { parseFragment } from "parse5";
import rehypeParse from "rehype-parse";
import rehypeStringify from "rehype-stringify";
import { unified } from "unified";
import { hastAdapter } from "./hast-adapter.js";
import { printTree } from "./print.js";

/*
 * The only place that parses or prints HTML.
 */

const positioned = unified().use(rehypeParse, { fragment: true }).freeze();

const printer = unified()
  // Character references only where HTML needs them, and quotes that never differ: the same tree gives the same bytes.
  .use(rehypeStringify, { characterReferences: { useNamedReferences: true }, allowDangerousCharacters: false })
  .freeze();

/** Parses a fragment as a browser would, without positions. */
export function parseHtml(html: string): Root {
  return parseFragment(html, { treeAdapter: hastAdapter, scriptingEnabled: false }) as Root;
}

/** The same tree with positions: twice as slow, so only for a post that has something to report. */
export function parseHtmlWithPositions(html: string): Root {
  return positioned.parse(html);
}

export function printHtml(tree: Root): string {
  return printTree(tree, (node) => printer.stringify({ type: "root", children: [node] }));
}
