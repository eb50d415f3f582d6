/*
 * The little XML that a site needs. Feed libraries were tried and left: they let U+0001 and lone surrogates through, did not
 * escape `<` in attributes and threw on site paths, so that one odd title made a feed that no reader opens.
 */

export type XmlAttributes = Readonly<Record<string, string | undefined>>;

/** An element with its children, which are XML already; attributes that are undefined are left out. */
export function element(name: string, attributes: XmlAttributes, ...children: readonly string[]): string {
  const pairs = Object.entries(attributes).filter(([, value]) => value !== undefined);
  const start = [name, ...pairs.map(([key, value]) => `${key}="${escapeXml(value!)}"`)].join(" ");
  return children.length === 0 ? `<${start}/>` : `<${start}>${children.join("")}</${name}>`;
}

/** An element that holds text. */
export function textElement(name: string, text: string, attributes: XmlAttributes = {}): string {
  return element(name, attributes, escapeXml(text));
}

/** A whole file with one root element. */
export function xmlFile(root: string): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${root}\n`;
}

/** Text as it may stand between tags and in quotes; characters that no XML file may hold become U+FFFD, line ends `\n`. */
export function escapeXml(text: string): string {
  // Addresses and times, which are most of what there is, need no second look.
  if (/^[\x20\x21\x23-\x25\x27-\x3b\x3d\x3f-\x7e]*$/.test(text)) return text;
  return text
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/gu, "\ufffd")
    .replace(/\r\n?/g, "\n")
    .replace(/[&<>"]/g, (character) => entities[character]!);
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};
