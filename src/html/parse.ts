import type { Root } from "hast";
import { parseFragment } from "parse5";
import rehypeParse from "rehype-parse";
import rehypeStringify from "rehype-stringify";
import { unified } from "unified";
import { hastAdapter, parseWithin, TooMuch } from "./hast-adapter.js";
import { printTree } from "./print.js";
import { parseWellNested } from "./well-nested.js";

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
  return parseWellNested(html) ?? parseAny(html);
}

/** As the standard has it, mending whatever there is to mend. */
export function parseAny(html: string): Root {
  return parseFragment(html, { treeAdapter: hastAdapter, scriptingEnabled: false }) as Root;
}

/**
 * The same, or undefined when elements are nested deeper than `deepest`, or when formatting that is left open makes more of
 * them than the text can have tags: both cost the parser more than the text is long.
 */
export function parseShallow(html: string, deepest: number): Root | undefined {
  try {
    // No tag is shorter than three characters, and what the parser adds to an honest page is little.
    return parseWellNested(html) ?? parseWithin(deepest, html.length / 2 + 100, () => parseAny(html));
  } catch (error) {
    if (error instanceof TooMuch) return undefined;
    throw error;
  }
}

/** The same tree with positions: twice as slow, so only for a post that has something to report. */
export function parseHtmlWithPositions(html: string): Root {
  return positioned.parse(html);
}

export function printHtml(tree: Root): string {
  return printTree(tree, (node) => printer.stringify({ type: "root", children: [node] }));
}
