import type { Attributes } from "./element.js";

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

/** A character that was written as a reference: itself, where it may stand. */
export function characterOf(character: string, original: string | undefined): string {
  return character === "<" || character === ">" || character === "&" ? (original ?? references[character]!) : character;
}
