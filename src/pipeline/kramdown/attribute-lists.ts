import type { AttributeList, Attributes, Element } from "./element.js";

const part =
  /(?:^|\s)(?:(\w[\w-]*)=("|')((?:\\\}|\\\2|(?!\2)[^}])*?)\2|(\w[\w-]*)|((?:#[A-Za-z][\w:-]*|\.[^\s.#]+)+))(?=\s|$)/g;

export function newList(): AttributeList {
  return { attributes: {}, references: [] };
}

/** Reads `.class #id key="value" reference` into a list; what it cannot read is passed over. */
export function readAttributeList(text: string, list: AttributeList): void {
  const { attributes, references } = list;
  for (const [, key, quote, value, reference, idsAndClasses] of text.matchAll(part)) {
    if (reference !== undefined) references.push(reference);
    else if (idsAndClasses !== undefined) readIdsAndClasses(idsAndClasses, attributes);
    else attributes[key!] = value!.replace(new RegExp(`\\\\(\\}|${quote})`, "g"), "$1");
  }
}

function readIdsAndClasses(text: string, attributes: Attributes): void {
  for (const [, id, className] of text.matchAll(/#([A-Za-z][\w:-]*)|\.([^\s.#]+)/g)) {
    if (id !== undefined) attributes.id = id;
    else addClass(attributes, className!);
  }
}

export function addClass(attributes: Attributes, className: string): void {
  attributes.class = attributes.class ? `${attributes.class} ${className}` : className;
}

/** Gives an element's attributes what a list says: first what it refers to, then its own. */
export function applyList(
  attributes: Attributes,
  { references, attributes: own }: AttributeList,
  definitions: ReadonlyMap<string, AttributeList>,
  depth = 0,
): void {
  for (const reference of references) {
    const definition = definitions.get(reference);
    // A definition may refer to itself.
    if (definition && depth < 20) applyList(attributes, definition, definitions, depth + 1);
  }
  for (const [key, value] of Object.entries(own)) {
    if (key === "class") addClass(attributes, value);
    else attributes[key] = value;
  }
}

/** Adds a list to the one that an element has. */
export function mergeLists(target: AttributeList, { references, attributes }: AttributeList): void {
  target.references.push(...references);
  for (const [key, value] of Object.entries(attributes)) {
    if (key === "class") addClass(target.attributes, value);
    else target.attributes[key] = value;
  }
}

export function refersTo({ options }: Element, name: string): boolean {
  return options.list?.references.includes(name) === true;
}
