import type { Root as HtmlRoot, RootContent } from "hast";
import type { Root } from "mdast";
import rehypeRaw from "rehype-raw";
import remarkCjkFriendly from "remark-cjk-friendly";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { explainAbbreviations } from "./markdown/abbreviations.js";
import { applyAttributeLists } from "./markdown/apply-attributes.js";
import { endBareLinks } from "./markdown/autolinks.js";
import { showCodeTitles } from "./markdown/code-titles.js";
import { makeDefinitionLists } from "./markdown/definition-lists.js";
import { tidyFootnotes } from "./markdown/footnotes.js";
import { type Kept, withoutReserved } from "./markdown/kept.js";
import { prepareLines } from "./markdown/lines.js";
import { keepFormulas } from "./markdown/math.js";
import { putBack } from "./markdown/put-back.js";

export interface MarkdownOptions {
  /** Whether the post asks for formulas; `undefined` lets each pair of dollars speak for itself. */
  readonly math?: boolean | undefined;
  /** What becomes of each stretch of HTML before it is parsed, in order. */
  readonly readRaw?: (html: string) => string;
}

const parser = unified()
  .use(remarkParse)
  // In Chinese a single `~` is a dash between numbers.
  .use(remarkGfm, { singleTilde: false })
  .use(remarkCjkFriendly)
  .freeze();

const toHtml = unified().use(remarkRehype, { allowDangerousHtml: true, clobberPrefix: "" }).freeze();
const withRawHtml = unified().use(rehypeRaw).freeze();

/** Reads a Markdown body as kramdown and GFM have it. Positions are those of the body; most of them by line only. */
export function markdownToHast(body: string, { math, readRaw }: MarkdownOptions = {}): HtmlRoot {
  const kept: Kept = [];
  const { text, abbreviations } = prepareLines(withoutReserved(body), kept);
  const source = keepFormulas(text, kept, math);
  const markdown: Root = parser.parse(source);
  putBack(markdown, kept);
  applyAttributeLists(markdown, source);
  makeDefinitionLists(markdown);
  endBareLinks(markdown);
  const tree = withHtmlParsed(toHtml.runSync(markdown) as HtmlRoot, readRaw);
  tidyFootnotes(tree);
  showCodeTitles(tree);
  explainAbbreviations(tree, abbreviations);
  return tree;
}

/** Parsing the whole again, which HTML between the Markdown makes necessary, is spared where there is none. */
function withHtmlParsed(tree: HtmlRoot, readRaw?: (html: string) => string): HtmlRoot {
  if (readRaw) eachRaw(tree, readRaw);
  return hasRaw(tree) ? (withRawHtml.runSync(tree) as HtmlRoot) : tree;
}

function hasRaw(node: HtmlRoot | RootContent): boolean {
  return (node.type as string) === "raw" || ("children" in node && node.children.some(hasRaw));
}

function eachRaw(node: HtmlRoot | RootContent, read: (html: string) => string): void {
  if ((node.type as string) === "raw") (node as { value: string }).value = read((node as { value: string }).value);
  else if ("children" in node) for (const child of node.children) eachRaw(child, read);
}
