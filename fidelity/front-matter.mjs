/**
 * Takes the front matter off a post, with as little understanding as the comparison needs.
 * @param {string} source
 * @returns {{ fields: string, body: string }} `fields` as written, or empty
 */
export function splitFrontMatter(source) {
  const text = source.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n");
  const match = /^\s*---[ \t]*\n([\s\S]*?)\n?^---[ \t]*(?:\n|$)/m.exec(text);
  if (match === null || match.index !== 0) return { fields: "", body: text };
  return { fields: match[1] ?? "", body: text.slice(match[0].length) };
}

/** Value of a key at the first level, as written, or undefined; the last one wins. @param {string} fields @param {string} key */
export function fieldOf(fields, key) {
  const lines = [...fields.matchAll(new RegExp(`^${key}[ \\t]*:+[ \\t]*(.*)$`, "gm"))];
  return lines
    .at(-1)?.[1]
    ?.trim()
    .replace(/^(["'])(.*)\1$/, "$2");
}
