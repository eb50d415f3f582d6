/** Attributes in the order in which they are written. */
export type Attributes = Record<string, string>;

/** An attribute list `{: .class #id key="value" reference}`. */
export interface AttributeList {
  attributes: Attributes;
  references: string[];
}

export type ElementType =
  | "root"
  | "blank"
  | "eob"
  | "p"
  | "header"
  | "hr"
  | "blockquote"
  | "codeblock"
  | "ul"
  | "ol"
  | "li"
  | "dl"
  | "dt"
  | "dd"
  | "table"
  | "thead"
  | "tbody"
  | "tfoot"
  | "tr"
  | "td"
  | "html"
  | "comment"
  | "raw"
  | "math"
  | "footnote"
  | "footnote_def"
  | "raw_text"
  | "text"
  | "em"
  | "strong"
  | "a"
  | "img"
  | "br"
  | "codespan"
  | "entity"
  | "quote"
  | "symbol"
  | "abbreviation";

/** A node of a kramdown document. */
export interface Element {
  type: ElementType;
  value: string;
  attributes: Attributes;
  children: Element[];
  /** What was noted while parsing. */
  options: ElementOptions;
}

export interface ElementOptions {
  list?: AttributeList;
  /** A paragraph whose tags are not written. */
  transparent?: boolean;
  level?: number;
  rawText?: string;
  language?: string;
  /** Of HTML and formulas: in a line of text, or a block of its own. */
  category?: "block" | "span";
  /** How the content of an HTML element is read. */
  content?: "raw" | "block" | "span";
  isClosed?: boolean;
  alignment?: ("left" | "right" | "center" | undefined)[];
  /** Of an end of block: what stood there. */
  kind?: string;
  firstAsParagraph?: boolean;
  name?: string;
  definition?: Element;
  original?: string;
}

export function element(
  type: ElementType,
  value = "",
  options: ElementOptions = {},
  attributes: Attributes = {},
): Element {
  return { type, value, attributes, children: [], options };
}

const spanTypes: ReadonlySet<ElementType> = new Set<ElementType>([
  "raw_text",
  "text",
  "em",
  "strong",
  "a",
  "img",
  "br",
  "codespan",
  "entity",
  "quote",
  "symbol",
  "abbreviation",
  "footnote",
]);

export function isBlock({ type, options }: Element): boolean {
  return options.category ? options.category === "block" : !spanTypes.has(type);
}
