import { type Attributes, element } from "./element.js";
import { addText, type Parsing, parseBlocks, parseSpans, type SpanParser, spanSet } from "./parsing.js";
import { name, patterns, sticky } from "./patterns.js";

const set = (names: string): ReadonlySet<string> => new Set(names.split(" "));

const blockContent = set(
  "address applet article aside blockquote body dd details div dl fieldset figure figcaption footer form header hgroup iframe li main map menu nav noscript object section summary td",
);
const spanContent = set(
  "a abbr acronym b bdo big button cite caption del dfn dt em h1 h2 h3 h4 h5 h6 i ins label legend optgroup p q rb rbc rp rt rtc ruby select small span strong sub sup th tt",
);
const spans = set(
  "a abbr acronym b big bdo br button cite code del dfn em i img input ins kbd label mark option q rb rbc rp rt rtc ruby samp select small span strong sub sup tt u var",
);
const blocks = set(
  "address article aside applet body blockquote caption col colgroup dd div dl dt fieldset figcaption footer form h1 h2 h3 h4 h5 h6 header hgroup hr html head iframe legend menu li main map nav ol optgroup p pre section summary table tbody td th thead tfoot tr ul",
);
export const withoutBody = set("area base br col command embed hr img input keygen link meta param source track wbr");
const others = set("script style math option textarea pre code kbd samp var");
const isKnown = (tag: string): boolean =>
  [blockContent, spanContent, spans, blocks, withoutBody, others].some((names) => names.has(tag));

type Content = "raw" | "block" | "span";

function usualContent(tag: string): Content {
  if (blockContent.has(tag)) return "block";
  return spanContent.has(tag) ? "span" : "raw";
}

/** What the attribute `markdown` asks for; undefined where there is none. */
function markdownContent(attributes: Attributes, tag: string): Content | undefined {
  const { markdown } = attributes;
  delete attributes.markdown;
  if (markdown === "1") return usualContent(tag);
  if (markdown === "0") return "raw";
  return markdown === "span" || markdown === "block" ? markdown : undefined;
}

const openTag = sticky(`^ {0,3}${patterns.tag.source}`);

/** A block that begins with a tag that is none of running text. */
export function parseHtmlBlock(parsing: Parsing): boolean {
  const { src, tree } = parsing;
  if (src.scan(patterns.comment) !== undefined) {
    tree.children.push(element("comment", src.match![0], { category: "block" }));
    src.scan(patterns.trailingSpace);
    return true;
  }
  if (!src.check(openTag) || spans.has(src.match![1]!.toLowerCase())) return false;
  src.at += src.match![0].length;
  startElement(parsing, true);
  return true;
}

/**
 * Reads the element whose start tag was matched. `isMarkdown`: its content may be Markdown. Of scripts, styles and elements
 * without content kramdown leaves the rest of the line and takes it for a blank one.
 */
function startElement(parsing: Parsing, isMarkdown: boolean): void {
  const { src, tree } = parsing;
  const [, written, attributeText, slash] = src.match!;
  const tag = isKnown(written!.toLowerCase()) ? written!.toLowerCase() : written!;
  const attributes = readAttributes(attributeText!, isKnown(tag));
  const made = element("html", tag, { category: "block" }, attributes);
  tree.children.push(made);
  if (parsing.waitingList) made.options.list = parsing.waitingList;
  parsing.waitingList = undefined;
  const isWithinRaw = tree.type === "html" && tree.options.content === "raw";
  const asked = markdownContent(attributes, tag);
  const content: Content = asked ?? "raw";
  made.options.content = content;
  made.options.isClosed = slash !== undefined || withoutBody.has(tag);
  if (tag === "script" || tag === "style") {
    made.options.content = "raw";
    const end = new RegExp(`(?=<\\/${tag}\\s*>)`, "gi");
    const text = src.scanUntil(end);
    addText(parsing, text ?? src.rest, made, "raw");
    if (text === undefined) src.end();
    else src.scan(patterns.closingTag);
    return;
  }
  if (content === "block") src.scan(patterns.trailingSpace);
  if (made.options.isClosed) return;
  if (content === "block") parseBlocks(parsing, made);
  else if (content === "span" && isMarkdown) readSpanContent(parsing, tag);
  else readRaw(parsing);
  if (!isWithinRaw) src.scan(patterns.trailingSpace);
}

function readSpanContent(parsing: Parsing, tag: string): void {
  const { src, tree } = parsing;
  const made = tree.children.at(-1)!;
  const text = src.scanUntil(new RegExp(`(?=<\\/${tag}\\s*>)`, "gi"));
  addText(parsing, text ?? src.rest, made);
  if (text === undefined) src.end();
  else src.scan(patterns.closingTag);
}

const rawStart = new RegExp(`(?=<(?:${name}|\\/|!--|\\?))`, "g");

/** HTML within HTML, kept as it is, up to the end tag of the element that was added last. */
function readRaw(parsing: Parsing): void {
  const { src, tree } = parsing;
  const target = tree.children.at(-1)!;
  parsing.stack.push(tree);
  parsing.tree = target;
  for (let isDone = false; !isDone && !src.isAtEnd; ) {
    const text = src.scanUntil(rawStart);
    addText(parsing, text ?? src.rest, target, "text");
    if (text === undefined) {
      src.end();
      break;
    }
    if (src.scan(patterns.comment) !== undefined || src.scan(patterns.instruction) !== undefined)
      target.children.push(element("comment", src.match![0], { category: "block" }));
    else if (src.scan(patterns.tag) !== undefined) startElement(parsing, true);
    else if (src.scan(patterns.closingTag) !== undefined) {
      isDone = target.value === (isKnown(target.value) ? src.match![1]!.toLowerCase() : src.match![1]!);
      if (!isDone) addText(parsing, src.match![0], target, "text");
    } else addText(parsing, src.take(), target, "text");
  }
  parsing.stack.pop();
  parsing.tree = tree;
}

const attribute = new RegExp(`\\s*(${name})(?:\\s*=\\s*(?:([\\w\\u0080-\\uffff]+)|"([^"]*)"|'([^']*)'))?`, "g");

function readAttributes(text: string, isHtml: boolean): Attributes {
  const attributes: Attributes = {};
  for (const [, key, bare, double, single] of text.matchAll(attribute))
    attributes[isHtml ? key!.toLowerCase() : key!] = bare ?? double ?? single ?? "";
  return attributes;
}

/** HTML in running text. */
export const htmlSpan: SpanParser = {
  sign: "<",
  start: new RegExp(`<(?:${name}|!--|\\/)`, "y"),
  parse(parsing) {
    const { src, tree } = parsing;
    if (src.scan(patterns.comment) !== undefined) {
      tree.children.push(element("comment", src.match![0], { category: "span" }));
      return;
    }
    if (src.scan(patterns.closingTag) !== undefined || src.scan(patterns.tag) === undefined) {
      addText(parsing, src.match?.[0] ?? src.take());
      return;
    }
    const [whole, written, attributeText, slash] = src.match!;
    const tag = isKnown(written!.toLowerCase()) ? written!.toLowerCase() : written!;
    if (blocks.has(tag)) {
      addText(parsing, whole);
      return;
    }
    readSpanElement(parsing, tag, attributeText!, slash !== undefined);
  },
};

function readSpanElement(parsing: Parsing, tag: string, attributeText: string, isClosed: boolean): void {
  const { src, tree } = parsing;
  const attributes = readAttributes(attributeText, isKnown(tag));
  for (const [key, value] of Object.entries(attributes)) attributes[key] = value.replace(/\n+/g, " ");
  const asked = markdownContent(attributes, tag);
  const isRaw =
    (asked ?? (usualContent(tag) === "raw" && isKnown(tag) ? "raw" : "span")) === "raw" ||
    tree.options.content === "raw";
  const made = element("html", tag, { category: "span", content: isRaw ? "raw" : "span", isClosed }, attributes);
  tree.children.push(made);
  if (isClosed || withoutBody.has(tag)) return;
  const stop = new RegExp(`<\\/${tag.replace(/[.\\]/g, "\\$&")}\\s*>`, isKnown(tag) ? "yi" : "y");
  if (parseSpans(parsing, made, stop, isRaw ? { set: onlyHtml } : {})) src.scan(stop);
  else {
    addText(parsing, src.rest, made);
    src.end();
  }
}

const onlyHtml = spanSet([htmlSpan]);
