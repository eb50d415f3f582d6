import type { Element, Parents, Properties, Root, RootContent } from "hast";
import { find, html } from "property-information";

/*
 * Prints the trees that the pipeline makes, byte for byte as rehype-stringify does with our settings, in a fraction of its
 * time. What is seldom (SVG, templates, odd names, comments) is left to the library: `printRarity` gets those nodes.
 */

type PrintRarity = (node: RootContent) => string;

const voids = new Set(
  "area base basefont bgsound br col command embed frame hr image img input keygen link meta param source track wbr".split(
    " ",
  ),
);

/** `undefined` for a name that needs the library. */
interface Name {
  readonly attribute: string;
  readonly separator: string;
  readonly isSwitch: boolean;
  readonly isOverloaded: boolean;
}

/** Names come from posts: an archive full of nonsense must not grow the tables for ever. */
const MOST_NAMES = 2000;

const names = new Map<string, Name | undefined>();

/** How an element begins and ends. */
interface Tag {
  readonly open: string;
  /** Without attributes. */
  readonly bare: string;
  readonly end: string;
  readonly isVoid: boolean;
}

const tags = new Map<string, Tag | undefined>();

export function printTree(tree: Root, printRarity: PrintRarity): string {
  return printChildren(tree, printRarity);
}

function printChildren(parent: Parents, printRarity: PrintRarity): string {
  let out = "";
  for (const child of parent.children as readonly RootContent[]) {
    if (child.type === "text") out += isRawText(parent) ? child.value : escapeText(child.value);
    else out += (child.type === "element" ? printElement(child, printRarity) : undefined) ?? printRarity(child);
  }
  return out;
}

/** `undefined` for an element that needs the library. */
function printElement(element: Element, printRarity: PrintRarity): string | undefined {
  const tag = tagOf(element.tagName);
  const attributes = tag && printAttributes(element.properties);
  if (attributes === undefined) return undefined;
  const start = attributes === "" ? tag!.bare : `${tag!.open}${attributes}>`;
  const children = element.children.length === 0 ? "" : printChildren(element, printRarity);
  return children === "" && tag!.isVoid ? start : start + children + tag!.end;
}

function isRawText(parent: Parents): boolean {
  return parent.type === "element" && (parent.tagName === "script" || parent.tagName === "style");
}

/** `undefined` for an element that needs the library. */
function tagOf(tagName: string): Tag | undefined {
  const known = tags.get(tagName);
  if (known !== undefined || tags.has(tagName)) return known;
  const isVoid = voids.has(tagName);
  const isUsual = tagName !== "svg" && tagName !== "template" && voids.has(tagName.toLowerCase()) === isVoid;
  const tag = isUsual ? { open: `<${tagName}`, bare: `<${tagName}>`, end: `</${tagName}>`, isVoid } : undefined;
  if (tags.size < MOST_NAMES) tags.set(tagName, tag);
  return tag;
}

function nameOf(key: string): Name | undefined {
  const known = names.get(key);
  if (known !== undefined || names.has(key)) return known;
  const info = find(html, key);
  const name: Name = {
    attribute: info.attribute,
    separator: info.commaSeparated ? ", " : " ",
    isSwitch: info.boolean || info.overloadedBoolean,
    isOverloaded: info.overloadedBoolean,
  };
  const usual = /^[a-z][a-z0-9-]*$/i.test(info.attribute) ? name : undefined;
  if (names.size < MOST_NAMES) names.set(key, usual);
  return usual;
}

/** `undefined` where one of them needs the library. */
function printAttributes(properties: Properties): string | undefined {
  let out = "";
  for (const key in properties) {
    const name = nameOf(key);
    if (name === undefined) return undefined;
    const value = properties[key];
    if (value === null || value === undefined) continue;
    const printed = printValue(value, name);
    if (printed === undefined) continue;
    out += printed === true ? ` ${name.attribute}` : ` ${name.attribute}="${escapeValue(printed)}"`;
  }
  return out;
}

/** `true` for an attribute without a value, nothing for one that is not there. */
function printValue(value: NonNullable<Properties[string]>, name: Name): string | true | undefined {
  if (Array.isArray(value)) return name.isSwitch ? true : joinList(value, name.separator);
  if (name.isOverloaded && (value === name.attribute || value === "")) return true;
  if (name.isSwitch && (typeof value !== "string" || value === name.attribute || value === ""))
    return value ? true : undefined;
  if (typeof value === "string") return value;
  if (value === true) return true;
  return value === false || Number.isNaN(value) ? undefined : String(value);
}

function joinList(values: readonly (string | number)[], separator: string): string {
  if (values.length === 1 && values[0] !== "") return String(values[0]).trim();
  // An empty last entry would be lost.
  const list = separator !== " " && values.at(-1) === "" ? [...values, ""] : values;
  return list.join(separator).trim();
}

const ofValue: Readonly<Record<string, string>> = {
  "\0": "&#x0;",
  '"': "&quot;",
  "&": "&amp;",
  "'": "&#x27;",
  "`": "&#x60;",
};

function escapeText(text: string): string {
  return /[<&]/.test(text) ? text.replace(/&/g, "&amp;").replace(/</g, "&lt;") : text;
}

function escapeValue(text: string): string {
  return /[\0"&'`]/.test(text) ? text.replace(/[\0"&'`]/g, (sign) => ofValue[sign]!) : text;
}
