import { refersTo } from "./attribute-lists.js";
import type { KramdownDocument } from "./document.js";
import { type Element, element } from "./element.js";
import { attributesOf, entityOf, escapeCode, escapeText } from "./escape.js";
import { withoutBody } from "./html.js";
import type { KramdownOptions, Quotes } from "./options.js";
import { block, outer, spaces, span } from "./print.js";
import { tocOf } from "./toc.js";
import { writeCode, writeCodeSpan } from "./write-code.js";

/** The state of writing one document. */
interface Writing {
  readonly document: KramdownDocument;
  readonly stack: Element[];
  readonly headers: Element[];
  readonly footnotes: { name: string; definition: Element; repeats: number }[];
  tocList: Element | undefined;
  hasFootnotePlace: boolean;
}

/** Stand for what is known only at the end. */
const tocPlace = "\ue000toc\ue001";
const footnotePlace = "\ue000footnotes\ue001";

/** Writes a document as kramdown's HTML, with its line ends and indentation. */
export function writeDocument(document: KramdownDocument): string {
  const writing: Writing = {
    document,
    stack: [],
    headers: [],
    footnotes: [],
    tocList: undefined,
    hasFootnotePlace: false,
  };
  const body = inner(writing, document.root, -2);
  const footnotes = writeFootnotes(writing);
  const whole = writing.hasFootnotePlace ? body.replace(footnotePlace, () => footnotes) : body + footnotes;
  const { tocList } = writing;
  if (!tocList) return whole;
  const tree = tocOf(writing.headers, tocList, document.parsing.options.tocLevels);
  return whole.replace(tocPlace, () => (tree.children.length === 0 ? "" : write(writing, tree, 0)));
}

function inner(writing: Writing, target: Element, indent: number): string {
  writing.stack.push(target);
  const html = target.children.map((child) => write(writing, child, indent + 2)).join("");
  writing.stack.pop();
  return html;
}

const optionsOf = ({ document }: Writing): KramdownOptions => document.parsing.options;

function entity(writing: Writing, character: string, original?: string): string {
  return entityOf(character, original, optionsOf(writing).entityOutput);
}

const levelOf = (writing: Writing, level: number): number =>
  Math.max(1, Math.min(6, level + optionsOf(writing).headerOffset));

function write(writing: Writing, node: Element, indent: number): string {
  const { type, value, attributes, options } = node;
  switch (type) {
    case "blank":
      return "\n";
    case "text":
    case "raw_text":
      return escapeText(value);
    case "p":
      return writeParagraph(writing, node, indent);
    case "header":
      if (attributes.id !== undefined && !refersTo(node, "no_toc") && !/\bno_toc\b/.test(attributes.class ?? ""))
        writing.headers.push(node);
      return block(`h${levelOf(writing, options.level!)}`, attributes, inner(writing, node, indent), indent);
    case "hr":
      return `${spaces(indent)}<hr${attributesOf(attributes)} />\n`;
    case "codeblock":
      return writeCode(node, optionsOf(writing), indent);
    case "ul":
    case "ol":
      return writeList(writing, node, indent);
    case "blockquote":
    case "dl":
    case "table":
    case "thead":
    case "tbody":
    case "tfoot":
    case "tr":
      return outer(type, attributes, inner(writing, node, indent), indent);
    case "li":
    case "dd":
      return writeItem(writing, node, indent);
    case "dt":
      return block("dt", attributes, inner(writing, node, indent), indent);
    case "td":
      return writeCell(writing, node, indent);
    case "html":
      return writeHtml(writing, node, indent);
    case "comment":
      return options.category === "block" && !isInRawHtml(writing) ? `${spaces(indent)}${value}\n` : value;
    case "raw":
      return options.category === "block" ? `${value}\n` : value;
    case "br":
      return "<br />";
    case "a":
    case "em":
    case "strong":
      return span(type, attributes, inner(writing, node, indent));
    case "img":
      return `<img${attributesOf(attributes)} />`;
    case "codespan":
      return writeCodeSpan(node, optionsOf(writing));
    case "footnote":
      return writeFootnoteMarker(writing, node);
    case "entity":
      return entity(writing, value, options.original);
    case "symbol":
      return Array.from(value, (sign) => entity(writing, sign)).join("");
    case "quote":
      return entity(writing, optionsOf(writing).quotes[value as keyof Quotes]);
    case "math":
      return writeMath(node, indent);
    case "abbreviation":
      return writeAbbreviation(writing, value);
    default:
      return inner(writing, node, indent);
  }
}

function writeParagraph(writing: Writing, node: Element, indent: number): string {
  if (node.options.transparent) return inner(writing, node, indent);
  const [first, ...others] = node.children;
  if (others.length === 0 && first?.type === "img" && refersTo(first, "standalone")) {
    const { class: className, id, ...image } = first.attributes;
    const figure = { ...node.attributes, ...(className ? { class: className } : {}), ...(id ? { id } : {}) };
    const body = `${spaces(indent + 2)}<img${attributesOf(image)} />\n${spaces(indent + 2)}<figcaption>${image.alt}</figcaption>\n`;
    return outer("figure", figure, body, indent);
  }
  return block("p", node.attributes, inner(writing, node, indent), indent);
}

function writeList(writing: Writing, node: Element, indent: number): string {
  if (!writing.tocList && refersTo(node, "toc")) {
    writing.tocList = node;
    return tocPlace;
  }
  if (!writing.hasFootnotePlace && refersTo(node, "footnotes")) {
    writing.hasFootnotePlace = true;
    return footnotePlace;
  }
  return outer(node.type, node.attributes, inner(writing, node, indent), indent);
}

function writeItem(writing: Writing, node: Element, indent: number): string {
  const body = inner(writing, node, indent);
  const first = node.children[0];
  const isInline = !first || (first.type === "p" && first.options.transparent);
  const content = isInline ? body + (body.endsWith("\n") ? spaces(indent) : "") : `\n${body}${spaces(indent)}`;
  return `${spaces(indent)}<${node.type}${attributesOf(node.attributes)}>${content}</${node.type}>\n`;
}

function writeCell(writing: Writing, node: Element, indent: number): string {
  const { stack } = writing;
  const tag = stack.at(-2)?.type === "thead" ? "th" : "td";
  const alignment = stack.at(-3)?.options.alignment?.[stack.at(-1)!.children.indexOf(node)];
  const style = [node.attributes.style, alignment && `text-align: ${alignment}`].filter(Boolean).join("; ");
  const attributes = alignment ? { ...node.attributes, style } : node.attributes;
  return block(tag, attributes, inner(writing, node, indent) || entity(writing, "\u00a0"), indent);
}

const isInRawHtml = ({ stack }: Writing): boolean =>
  stack.at(-1)?.type === "html" && stack.at(-1)!.options.content === "raw";

function writeHtml(writing: Writing, node: Element, indent: number): string {
  const { value: tag, attributes, options } = node;
  const body = inner(writing, node, indent);
  const start = `<${tag}${attributesOf(attributes)}`;
  if (options.category === "span") return start + (body === "" && withoutBody.has(tag) ? " />" : `>${body}</${tag}>`);
  const isRawOutside = isInRawHtml(writing);
  const end = isRawOutside ? "" : "\n";
  const head = isRawOutside ? start : spaces(indent) + start;
  if (options.isClosed && options.content === "raw") return `${head} />${end}`;
  if (body !== "" && options.content !== "block") return `${head}>${body}</${tag}>${end}`;
  if (body !== "") return `${head}>\n${body.replace(/\n$/, "")}\n${spaces(indent)}</${tag}>${end}`;
  return `${head}${withoutBody.has(tag) ? " />" : `></${tag}>`}${end}`;
}

function writeMath({ value, attributes, options }: Element, indent: number): string {
  const formula = escapeCode(value);
  const hasAttributes = Object.keys(attributes).length > 0;
  if (options.category === "block") {
    const html = `\\[${formula}\\]\n`;
    return hasAttributes ? block("div", attributes, html, indent) : html;
  }
  return hasAttributes ? span("span", attributes, `$${value}$`) : `\\(${formula}\\)`;
}

function writeAbbreviation({ document }: Writing, name: string): string {
  const { title, place } = document.parsing.abbreviations.get(name)!;
  return span("abbr", title === "" ? place.attributes : { ...place.attributes, title }, name);
}

function writeFootnoteMarker(writing: Writing, { options }: Element): string {
  const { footnotes } = writing;
  const name = options.name!;
  let index = footnotes.findIndex((footnote) => footnote.name === name);
  let repeat = "";
  if (index < 0) index = footnotes.push({ name, definition: options.definition!, repeats: 0 }) - 1;
  else {
    footnotes[index]!.repeats += 1;
    repeat = `:${footnotes[index]!.repeats}`;
  }
  return `<sup id="fnref:${name}${repeat}" role="doc-noteref"><a href="#fn:${name}" class="footnote" rel="footnote">${index + optionsOf(writing).firstFootnote}</a></sup>`;
}

function writeFootnotes(writing: Writing): string {
  const { firstFootnote, footnoteBacklink } = optionsOf(writing);
  const list = element("ol", "", {}, firstFootnote === 1 ? {} : { start: String(firstFootnote) });
  // A footnote may refer to others, which makes the list longer while it is written.
  for (let index = 0; index < writing.footnotes.length; index += 1) {
    const { name, definition } = writing.footnotes[index]!;
    const item = element("li", "", {}, { id: `fn:${name}`, role: "doc-endnote" });
    item.children = structuredClone(definition.children);
    if (footnoteBacklink !== "")
      addBacklinks(item, writing.footnotes[index]!, footnoteBacklink, entity(writing, "\u00a0"));
    list.children.push(element("raw", write(writing, item, 4)));
  }
  if (list.children.length === 0) return "";
  return outer("div", { class: "footnotes", role: "doc-endnotes" }, write(writing, list, 2), 0);
}

function addBacklinks(
  item: Element,
  { name, repeats }: { name: string; repeats: number },
  sign: string,
  space: string,
): void {
  let last = item.children.at(-1);
  while (last?.type === "blank") {
    item.children.pop();
    last = item.children.at(-1);
  }
  const isParagraph = last?.type === "p";
  if (!isParagraph) {
    last = element("p");
    item.children.push(last);
  }
  const mark = (target: string, text: string, before: string): Element =>
    element("raw", `${before}<a href="#fnref:${target}" class="reversefootnote" role="doc-backlink">${text}</a>`);
  last!.children.push(mark(name, sign, isParagraph ? space : ""));
  for (let repeat = 1; repeat <= repeats; repeat += 1)
    last!.children.push(mark(`${name}:${repeat}`, `${sign}<sup>${repeat + 1}</sup>`, space));
}
