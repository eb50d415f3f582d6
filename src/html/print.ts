import type { Element, Parents, Properties, Root, RootContent } from "hast";
import { find, html } from "property-information";
import { remembering } from "../lib/remembering.js";

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

/** How an element begins and ends. */
interface Tag {
  readonly open: string;
  /** Without attributes. */
  readonly bare: string;
  readonly end: string;
  readonly isVoid: boolean;
}

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
const tagOf = remembering(2000, (tagName): Tag | undefined => {
  const isVoid = voids.has(tagName);
  const isUsual = tagName !== "svg" && tagName !== "template" && voids.has(tagName.toLowerCase()) === isVoid;
  return isUsual ? { open: `<${tagName}`, bare: `<${tagName}>`, end: `</${tagName}>`, isVoid } : undefined;
});

/** `undefined` for an attribute that needs the library. */
const nameOf = remembering(2000, (key): Name | undefined => {
  const info = find(html, key);
  if (!/^[a-z][a-z0-9-]*$/i.test(info.attribute)) return undefined;
  return {
    attribute: info.attribute,
    separator: info.commaSeparated ? ", " : " ",
    isSwitch: info.boolean || info.overloadedBoolean,
    isOverloaded: info.overloadedBoolean,
  };
});

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
