import type { BodyKind } from "../../model/document.js";
import { details, note, tab, tabs } from "./boxes.js";
import { isInList } from "./code-regions.js";
import { codeblockTag, highlightTag, mermaidTag } from "./code-tags.js";
import { quotation } from "./write.js";

/** A tag with content, and where it stands. */
export interface Block {
  readonly name: string;
  /** What follows the name in the start tag. */
  readonly text: string;
  readonly content: string;
  readonly kind: BodyKind;
  readonly body: string;
  readonly start: number;
  readonly end: number;
}

type Meaning = (block: Block) => string;

const quote: Meaning = ({ content, text, kind }) => quotation(content, text.trim(), kind);
const pullquote: Meaning = ({ content, kind }) => quotation(content, "", kind);

/** Tags around code: nothing in them is a tag. */
const codeTags: Readonly<Record<string, Meaning>> = {
  highlight: highlightTag,
  codeblock: codeblockTag,
  code: codeblockTag,
  mermaid: mermaidTag,
};

/** Tags whose content is kept in another form; each ends at `end` + its name. */
const blocks: Readonly<Record<string, Meaning>> = {
  ...codeTags,
  blockquote: quote,
  quote,
  pullquote,
  centerquote: pullquote,
  cq: pullquote,
  note,
  notice: note,
  alert: note,
  callout: note,
  admonition: note,
  hint: note,
  details,
  fold: details,
  folding: details,
  hideBlock: details,
  hideToggle: details,
  spoiler: details,
  expand: details,
  tabs,
  subtabs: tabs,
  timeline: tabs,
  tab,
};
export const isBlockTag = (name: string): boolean => Object.hasOwn(blocks, name);
export const isCodeTag = (name: string): boolean => Object.hasOwn(codeTags, name);
/** The body's text for a block. */
export function meaningOfBlock(block: Block): string {
  const text = blocks[block.name]!(block);
  return isCodeTag(block.name) ? text : asFarIn(block, text);
}

/** A box in a list stays in it: each of its lines begins where its tag stood. */
function asFarIn({ kind, body, start }: Block, text: string): string {
  const lineStart = body.lastIndexOf("\n", start - 1) + 1;
  const indent = body.slice(lineStart, start);
  if (kind === "html" || !/^[ \t]+$/.test(indent) || !isInList(body, lineStart)) return text;
  const [first = "", ...others] = text.split("\n");
  return [first, ...others.map((line) => (line === "" || line.startsWith(indent) ? line : indent + line))].join("\n");
}
