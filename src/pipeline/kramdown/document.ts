import { applyList } from "./attribute-lists.js";
import {
  parseAbbreviation,
  parseAtxHeader,
  parseBlank,
  parseBlockquote,
  parseCodeBlock,
  parseEndMarker,
  parseFencedCode,
  parseFootnoteDefinition,
  parseLinkDefinition,
  parseMathBlock,
  parseParagraph,
  parseRule,
  parseSetextHeader,
} from "./blocks.js";
import { codespan } from "./code-spans.js";
import { parseDefinitionList } from "./definition-lists.js";
import { type Element, element } from "./element.js";
import { extensionSpan, parseBlockExtension } from "./extensions.js";
import { htmlSpan, parseHtmlBlock } from "./html.js";
import { link } from "./links.js";
import { parseList } from "./lists.js";
import type { KramdownOptions } from "./options.js";
import { type BlockParser, type Parsing, parseBlocks, parseSpans, spanSet } from "./parsing.js";
import { patterns } from "./patterns.js";
import { smartQuote } from "./quotes.js";
import { Scanner } from "./scanner.js";
import {
  autolink,
  emphasis,
  entity,
  escapedCharacter,
  footnoteMarker,
  inlineMath,
  lineBreak,
  strikethrough,
  typographicSymbol,
} from "./spans.js";
import { parseTable, tableStart } from "./tables.js";

/** In the order in which they are tried. */
const blockParsers: readonly BlockParser[] = [
  { start: patterns.blank, parse: parseBlank },
  { start: patterns.codeStart, parse: parseCodeBlock },
  { start: patterns.fenceStart, parse: parseFencedCode },
  { start: patterns.quoteStart, parse: parseBlockquote },
  { start: patterns.atxHeader, parse: parseAtxHeader },
  { start: patterns.rule, parse: parseRule },
  { start: patterns.listStart, parse: parseList },
  { start: patterns.definitionStart, parse: parseDefinitionList },
  { start: patterns.htmlBlockStart, parse: parseHtmlBlock },
  { start: patterns.setextHeader, parse: parseSetextHeader },
  { start: patterns.mathBlock, parse: parseMathBlock },
  { start: tableStart, parse: parseTable },
  { start: patterns.footnoteDefinition, parse: parseFootnoteDefinition },
  { start: patterns.linkDefinition, parse: parseLinkDefinition },
  { start: patterns.abbreviation, parse: parseAbbreviation },
  { start: patterns.extensionStart, parse: parseBlockExtension },
  { start: patterns.endMarker, parse: parseEndMarker },
  { start: patterns.line, parse: parseParagraph },
];

const spanParsers = [
  emphasis,
  codespan,
  autolink,
  htmlSpan,
  footnoteMarker,
  link,
  smartQuote,
  inlineMath,
  extensionSpan,
  entity,
  typographicSymbol,
  lineBreak,
  escapedCharacter,
  strikethrough,
];
const usualSpans = spanSet(spanParsers);
const hardWrappedSpans = spanSet(spanParsers.filter((parser) => parser !== lineBreak));
export const smartSpans = spanSet([smartQuote, entity, typographicSymbol, htmlSpan]);

/** A document that was read: its blocks, and what they refer to. */
export interface KramdownDocument {
  readonly root: Element;
  readonly parsing: Parsing;
}

export function createParsing(text: string, options: KramdownOptions): Parsing {
  return {
    options,
    blockParsers,
    spanParsers: options.hardWrap ? hardWrappedSpans : usualSpans,
    src: new Scanner(text),
    tree: element("root"),
    stack: [],
    waitingList: undefined,
    textType: "raw_text",
    definitions: new Map(),
    footnotes: new Map(),
    links: new Map(),
    abbreviations: new Map(),
  };
}

/** Reads a document: first its blocks, then the spans in them, since a definition may stand behind what it defines. */
export function parseDocument(written: string, options: KramdownOptions): KramdownDocument {
  const text = `${written.replace(/\r\n?/g, "\n").replace(/\n$/, "")}\n`;
  const parsing = createParsing(text, options);
  const root = parsing.tree;
  parseBlocks(parsing, root);
  readSpansIn(root, parsing);
  for (const { definition } of parsing.footnotes.values()) readSpansIn(definition, parsing);
  return { root, parsing };
}

/** Replaces the texts of blocks by their spans, and gives elements the attributes of their lists. */
function readSpansIn(target: Element, parsing: Parsing): void {
  const children: Element[] = [];
  for (const child of target.children) {
    if (child.type === "raw_text") {
      parsing.src = new Scanner(child.value);
      parsing.textType = "text";
      parsing.stack = [];
      parsing.tree = target;
      const made = element("raw_text");
      parseSpans(parsing, made);
      children.push(...made.children);
    } else if (child.type === "eob") {
      if (child.options.list) applyList(child.attributes, child.options.list, parsing.definitions);
    } else if (child.type === "blank" && children.at(-1)?.type === "blank") {
      children.at(-1)!.value += child.value;
    } else {
      readSpansIn(child, parsing);
      if (child.options.list && child.type !== "a" && child.type !== "img")
        applyList(child.attributes, child.options.list, parsing.definitions);
      children.push(child);
    }
  }
  target.children = children;
}
