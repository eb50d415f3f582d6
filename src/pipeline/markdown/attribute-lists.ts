import type { Properties } from "hast";
import { find, html } from "property-information";

/** What a list of attributes says. `names` are references to definitions, and kramdown's own words: `toc`. */
export interface AttributeList {
  readonly names: readonly string[];
  readonly properties: Properties;
}

const entry = /\s*(?:([.#])([^\s.#"'={}]+)|([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'{}]+))|([\w-]+))(?=[\s.#]|$)/y;

/** Reads the inside of `{: … }`; `undefined` if it is something else, such as a hash of Ruby. */
export function readAttributeList(inside: string): AttributeList | undefined {
  const classes: string[] = [];
  const names: string[] = [];
  const properties: Properties = {};
  const text = inside.trim();
  entry.lastIndex = 0;
  while (entry.lastIndex < text.length) {
    const match = entry.exec(text);
    if (!match) return undefined;
    const [, sign, word, key, double, single, bare, name] = match;
    if (sign === ".") classes.push(word!);
    else if (sign === "#") properties.id = word!;
    else if (name !== undefined) names.push(name);
    else addAttribute(key!.toLowerCase(), double ?? single ?? bare ?? "", classes, properties);
  }
  if (classes.length > 0) properties.className = classes;
  return { names, properties };
}

function addAttribute(key: string, value: string, classes: string[], properties: Properties): void {
  if (key === "class") classes.push(...value.split(/\s+/).filter(Boolean));
  else if (key !== "__proto__") properties[find(html, key).property] = value;
}

/** Adds attributes to those that a node has. */
export function addProperties(node: { data?: { hProperties?: Properties } | undefined }, added: Properties): void {
  const before = node.data?.hProperties ?? {};
  const classes = [before.className ?? [], added.className ?? []].flat().filter((name) => typeof name === "string");
  node.data = {
    ...node.data,
    hProperties: { ...before, ...added, ...(classes.length > 0 ? { className: classes } : {}) },
  };
}
