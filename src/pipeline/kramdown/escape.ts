import type { Attributes } from "./element.js";
import type { EntityOutput } from "./options.js";

const references: Readonly<Record<string, string>> = { "<": "&lt;", ">": "&gt;", "&": "&amp;", '"': "&quot;" };
const reference = "&(?:[A-Za-z_:][\\w.:-]*|#\\d+|#x[\\da-fA-F]+);";
const inText = new RegExp(`${reference}|[<>&]`, "g");
const inAttribute = new RegExp(`${reference}|[<>&"]`, "g");

/** Text that may have character references in it, which stay. */
export function escapeText(text: string): string {
  return text.replace(inText, (part) => references[part] ?? part);
}

/** Code, in which nothing is a reference. */
export function escapeCode(code: string): string {
  return code.replace(/[<>&]/g, (character) => references[character]!);
}

export function attributesOf(attributes: Attributes): string {
  return Object.entries(attributes)
    .filter(([key, value]) => key !== "id" || value.trim() !== "")
    .map(([key, value]) => ` ${key}="${value.replace(inAttribute, (part) => references[part] ?? part)}"`)
    .join("");
}

const names: Readonly<Record<string, string>> = {
  "<": "lt",
  ">": "gt",
  "&": "amp",
  '"': "quot",
  "\u00a0": "nbsp",
  "–": "ndash",
  "—": "mdash",
  "…": "hellip",
  "‘": "lsquo",
  "’": "rsquo",
  "“": "ldquo",
  "”": "rdquo",
  "«": "laquo",
  "»": "raquo",
};

/** A character that was written as a reference, or that a typographic rule made, as the options want it. */
export function entityOf(character: string, original: string | undefined, output: EntityOutput): string {
  const isSpecial = character in references;
  if (output === "as_char" && (character === '"' || !isSpecial)) return character;
  if ((output === "as_char" || output === "as_input") && original !== undefined) return original;
  if ((output === "symbolic" || isSpecial) && names[character] !== undefined) return `&${names[character]};`;
  return output === "symbolic" && original !== undefined ? original : `&#${character.codePointAt(0)};`;
}
