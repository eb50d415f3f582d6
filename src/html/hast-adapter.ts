import type { Comment, Doctype, Element, Properties, Root, Text } from "hast";
import { html as htmlNames, type Token, type TreeAdapter, type TreeAdapterTypeMap } from "parse5";
import { find, html as htmlSchema, svg as svgSchema } from "property-information";
import { remembering } from "../lib/remembering.js";
import { internalName } from "./names.js";

/**
 * Lets parse5 build hast directly. The usual way (rehype-parse) builds parse5's own tree with positions and converts it,
 * which takes more than twice as long.
 *
 * The parser needs each node's parent and namespace; they are kept under symbols, which printing, cloning and comparing
 * pass over.
 */
const PARENT = Symbol("parent");
const NAMESPACE = Symbol("namespace");
const ATTRIBUTES = Symbol("attributes");

type Parent = Root | Element;
type Child = Element | Text | Comment | Doctype;
interface Hidden {
  [PARENT]?: Parent | undefined;
  [NAMESPACE]?: htmlNames.NS;
  [ATTRIBUTES]?: Token.Attribute[];
}

export type HastMap = TreeAdapterTypeMap<
  Root | Child,
  Parent,
  Child,
  Root,
  Root,
  Element,
  Comment,
  Text,
  Element,
  Doctype
>;

type Reader = (value: string, name: string) => Properties[string];
interface PropertyReader {
  readonly property: string;
  readonly read: Reader;
}

const readerOfHtml = remembering(2000, (name) => createPropertyReader(name, false));
const readerOfSvg = remembering(2000, (name) => createPropertyReader(name, true));

/** Nothing for an attribute that is left out. */
function createPropertyReader(name: string, isSvg: boolean): PropertyReader | undefined {
  // Names that every object knows: the library would look them up in its tables, and find what is no property.
  if (name in Object.prototype) return undefined;
  const info = find(isSvg ? svgSchema : htmlSchema, name);
  return { property: info.property, read: readerFor(info) };
}

function readerFor(info: ReturnType<typeof find>): Reader {
  const readOne: Reader = (value, name) => {
    if (info.number && value && !Number.isNaN(Number(value))) return Number(value);
    if ((info.boolean || info.overloadedBoolean) && (value === "" || value.toLowerCase() === name)) return true;
    return value;
  };
  if (info.spaceSeparated) return (value) => splitBySpace(value);
  if (info.commaSeparated) return (value) => splitByComma(value);
  if (info.commaOrSpaceSeparated) return (value) => splitBySpace(value.replace(/,/g, " "));
  return readOne;
}

/** Most lists are classes, which return again and again; each element has its own list of them. */
function splitBySpace(value: string): string[] {
  return [...wordsOf(value)];
}

const wordsOf = remembering(2000, (value): readonly string[] => {
  const trimmed = value.trim();
  return trimmed === "" ? [] : trimmed.split(/[ \t\n\r\f]+/).map(internalName);
});

function splitByComma(value: string): string[] {
  return value.split(",").map((part) => part.trim());
}

export function toProperties(attributes: readonly Token.Attribute[], isSvg: boolean): Properties {
  const properties: Properties = {};
  const readerOf = isSvg ? readerOfSvg : readerOfHtml;
  for (const attribute of attributes) {
    const name = attribute.prefix ? `${attribute.prefix}:${attribute.name}` : attribute.name;
    const reader = readerOf(name);
    if (reader) properties[reader.property] = reader.read(attribute.value, name);
  }
  return properties;
}

function hidden(node: object): Hidden {
  return node as Hidden;
}

function append(parent: Parent, child: Child): void {
  (parent.children as Child[]).push(child);
  hidden(child)[PARENT] = parent;
}

function insertBefore(parent: Parent, child: Child, reference: Child): void {
  const children = parent.children as Child[];
  children.splice(children.indexOf(reference), 0, child);
  hidden(child)[PARENT] = parent;
}

function createText(value: string): Text {
  return { type: "text", value };
}

/** Thrown by the parser when it makes more than `parseWithin` allows. */
export class TooMuch extends Error {}

/** How much the parser makes of one text, which has no other way to be told: the adapter is all that it asks. */
const limits = { open: 0, deepest: Infinity, made: 0, most: Infinity };

/** Runs a parser, which throws `TooMuch` beyond so many elements open at a time, or made. */
export function parseWithin<T>(deepest: number, most: number, parse: () => T): T {
  Object.assign(limits, { open: 0, deepest, made: 0, most });
  try {
    return parse();
  } finally {
    Object.assign(limits, { deepest: Infinity, most: Infinity });
  }
}

export const hastAdapter: TreeAdapter<HastMap> = {
  createDocument: () => ({ type: "root", children: [] }),
  createDocumentFragment: () => ({ type: "root", children: [] }),
  createElement(tagName, namespace, attributes) {
    if (++limits.made > limits.most) throw new TooMuch();
    const isSvg = namespace === htmlNames.NS.SVG;
    const element: Element & Hidden = {
      type: "element",
      tagName: internalName(tagName),
      properties: toProperties(attributes, isSvg),
      children: [],
      [PARENT]: undefined,
      [NAMESPACE]: namespace,
      [ATTRIBUTES]: attributes,
    };
    return element;
  },
  onItemPush() {
    if (++limits.open > limits.deepest) throw new TooMuch();
  },
  onItemPop() {
    limits.open -= 1;
  },
  createCommentNode: (value) => ({ type: "comment", value }),
  createTextNode: createText,
  appendChild: append,
  insertBefore,
  setTemplateContent(template, content) {
    template.content = content;
  },
  getTemplateContent: (template) => template.content as Root,
  setDocumentType(document) {
    if (!document.children.some((child) => child.type === "doctype")) append(document, { type: "doctype" });
  },
  setDocumentMode(document, mode) {
    document.data = { quirksMode: mode !== htmlNames.DOCUMENT_MODE.NO_QUIRKS };
  },
  getDocumentMode: () => htmlNames.DOCUMENT_MODE.NO_QUIRKS,
  detachNode(node) {
    const parent = hidden(node)[PARENT];
    if (!parent) return;
    const children = parent.children as Child[];
    children.splice(children.indexOf(node), 1);
    hidden(node)[PARENT] = undefined;
  },
  insertText(parent, value) {
    const last = parent.children.at(-1);
    if (last?.type === "text") last.value += value;
    else append(parent, createText(value));
  },
  insertTextBefore(parent, value, reference) {
    const previous = parent.children[(parent.children as Child[]).indexOf(reference) - 1];
    if (previous?.type === "text") previous.value += value;
    else insertBefore(parent, createText(value), reference);
  },
  adoptAttributes(recipient, attributes) {
    const own = hidden(recipient)[ATTRIBUTES] ?? [];
    const names = new Set(own.map((attribute) => attribute.name));
    const fresh = attributes.filter((attribute) => !names.has(attribute.name));
    own.push(...fresh);
    Object.assign(recipient.properties, toProperties(fresh, false));
  },
  getFirstChild: (node) => (node.children[0] as Child | undefined) ?? null,
  getChildNodes: (node) => node.children as Child[],
  getParentNode: (node) => hidden(node)[PARENT] ?? null,
  getAttrList: (element) => hidden(element)[ATTRIBUTES] ?? [],
  getTagName: (element) => element.tagName,
  getNamespaceURI: (element) => hidden(element)[NAMESPACE] ?? htmlNames.NS.HTML,
  getTextNodeContent: (text) => text.value,
  getCommentNodeContent: (comment) => comment.value,
  getDocumentTypeNodeName: () => "html",
  getDocumentTypeNodePublicId: () => "",
  getDocumentTypeNodeSystemId: () => "",
  isTextNode: (node): node is Text => node.type === "text",
  isCommentNode: (node): node is Comment => node.type === "comment",
  isDocumentTypeNode: (node): node is Doctype => node.type === "doctype",
  isElementNode: (node): node is Element => node.type === "element",
  setNodeSourceCodeLocation: () => {},
  getNodeSourceCodeLocation: () => null,
  updateNodeSourceCodeLocation: () => {},
};
