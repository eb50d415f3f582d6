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

const names = new Map<string, Name | undefined>();

export function printTree(tree: Root, printRarity: PrintRarity): string {
  let out = "";

  function printChildren(parent: Parents): void {
    for (const child of parent.children as readonly RootContent[]) {
      if (child.type === "text") out += isRawText(parent) ? child.value : escapeText(child.value);
      else if (child.type === "element" && isUsual(child)) printElement(child);
      else out += printRarity(child);
    }
  }

  function printElement(element: Element): void {
    const { tagName } = element;
    out += `<${tagName}${printAttributes(element.properties)}>`;
    const before = out.length;
    printChildren(element);
    if (out.length > before || !voids.has(tagName)) out += `</${tagName}>`;
  }

  printChildren(tree);
  return out;
}

function isRawText(parent: Parents): boolean {
  return parent.type === "element" && (parent.tagName === "script" || parent.tagName === "style");
}

function isUsual({ tagName, properties }: Element): boolean {
  if (tagName === "svg" || tagName === "template" || voids.has(tagName.toLowerCase()) !== voids.has(tagName))
    return false;
  for (const key in properties) if (nameOf(key) === undefined) return false;
  return true;
}

function nameOf(key: string): Name | undefined {
  if (names.has(key)) return names.get(key);
  const info = find(html, key);
  const name: Name = {
    attribute: info.attribute,
    separator: info.commaSeparated ? ", " : " ",
    isSwitch: info.boolean || info.overloadedBoolean,
    isOverloaded: info.overloadedBoolean,
  };
  const known = /^[a-z][a-z0-9-]*$/i.test(info.attribute) ? name : undefined;
  // Names come from posts: an archive full of nonsense must not grow the table for ever.
  if (names.size < 2000) names.set(key, known);
  return known;
}

function printAttributes(properties: Properties): string {
  let out = "";
  for (const key in properties) {
    const value = properties[key];
    if (value === null || value === undefined) continue;
    const name = nameOf(key)!;
    const printed = printValue(value, name);
    if (printed === undefined) continue;
    out += printed === true ? ` ${name.attribute}` : ` ${name.attribute}="${escapeValue(printed)}"`;
  }
  return out;
}

/** `true` for an attribute without a value, nothing for one that is not there. */
function printValue(value: NonNullable<Properties[string]>, name: Name): string | true | undefined {
  if (name.isOverloaded && (value === name.attribute || value === "")) return true;
  if (name.isSwitch && (typeof value !== "string" || value === name.attribute || value === ""))
    return value ? true : undefined;
  if (value === true) return true;
  if (value === false || Number.isNaN(value)) return undefined;
  return Array.isArray(value) ? joinList(value, name.separator) : String(value);
}

function joinList(values: readonly (string | number)[], separator: string): string {
  // An empty last entry would be lost.
  const list = separator !== " " && values.at(-1) === "" ? [...values, ""] : values;
  return list.join(separator).trim();
}

const ofText: Readonly<Record<string, string>> = { "<": "&lt;", "&": "&amp;" };
const ofValue: Readonly<Record<string, string>> = {
  "\0": "&#x0;",
  '"': "&quot;",
  "&": "&amp;",
  "'": "&#x27;",
  "`": "&#x60;",
};

function escapeText(text: string): string {
  return /[<&]/.test(text) ? text.replace(/[<&]/g, (sign) => ofText[sign]!) : text;
}

function escapeValue(text: string): string {
  return /[\0"&'`]/.test(text) ? text.replace(/[\0"&'`]/g, (sign) => ofValue[sign]!) : text;
}
