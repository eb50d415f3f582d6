import { decodeHTMLAttribute } from "entities";
import type { Token } from "parse5";

/*
 * Reads the tags of a text as the standard has them, as far as they are written as programs write them.
 */

/** Thrown at what takes the whole standard to read. */
export const unusual = new Error("Not as programs write it");

export interface StartTag {
  /** Its name as it was written. */
  readonly written: string;
  readonly attributes: readonly Token.Attribute[];
  /** Whether it ends with `/>`. */
  readonly isSelfClosing: boolean;
  /** The place behind its `>`. */
  readonly end: number;
}

const none: readonly Token.Attribute[] = [];

/** Reads a start tag from the beginning of its name. */
export function readStartTag(html: string, start: number): StartTag {
  let at = start;
  while (at < html.length && !isNameEnd(html.charCodeAt(at))) at += 1;
  const written = html.slice(start, at);
  if (html.charCodeAt(at) === GREATER) return { written, attributes: none, isSelfClosing: false, end: at + 1 };
  const attributes: Token.Attribute[] = [];
  for (;;) {
    while (isBlank(html.charCodeAt(at))) at += 1;
    const code = html.charCodeAt(at);
    if (code === GREATER) return { written, attributes, isSelfClosing: false, end: at + 1 };
    if (code === SLASH) {
      at += 1;
      if (html.charCodeAt(at) === GREATER) return { written, attributes, isSelfClosing: true, end: at + 1 };
    } else if (code === EQUALS || at >= html.length) throw unusual;
    else at = readAttribute(html, at, attributes);
  }
}

/** Reads the attribute at a place and returns the one behind it. */
function readAttribute(html: string, start: number, attributes: Token.Attribute[]): number {
  let at = start;
  while (at < html.length && !isAttributeNameEnd(html.charCodeAt(at))) at += 1;
  const name = lowerCase(html.slice(start, at));
  while (isBlank(html.charCodeAt(at))) at += 1;
  let value = "";
  if (html.charCodeAt(at) === EQUALS) {
    at += 1;
    while (isBlank(html.charCodeAt(at))) at += 1;
    const quote = html.charCodeAt(at);
    let end = at;
    if (quote === QUOTE || quote === APOSTROPHE) {
      at += 1;
      end = html.indexOf(quote === QUOTE ? '"' : "'", at);
      if (end < 0) throw unusual;
      value = html.slice(at, end);
      at = end + 1;
    } else {
      while (end < html.length && !isBlank(html.charCodeAt(end)) && html.charCodeAt(end) !== GREATER) end += 1;
      value = html.slice(at, end);
      at = end;
    }
    if (value.includes("&")) value = decodeHTMLAttribute(value);
  }
  // Of two with one name the first counts.
  if (!attributes.some((known) => known.name === name)) attributes.push({ name, value });
  return at;
}

/** The name in an end tag, which may have attributes, and in them a `>`. */
export function nameOfEnd(written: string): string {
  const name = written.replace(/[ \t\n\f]+$/, "");
  if (/[ \t\n\f/]/.test(name)) throw unusual;
  return lowerCase(name);
}

/** Of ASCII alone: the Kelvin sign is no `k`. */
export function lowerCase(name: string): string {
  return /[A-Z]/.test(name) ? name.replace(/[A-Z]+/g, (letters) => letters.toLowerCase()) : name;
}

export function isLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x09 || code === 0x0c;
}

function isNameEnd(code: number): boolean {
  return code === GREATER || code === SLASH || isBlank(code);
}

function isAttributeNameEnd(code: number): boolean {
  return code === EQUALS || isNameEnd(code);
}

const SLASH = 0x2f;
const GREATER = 0x3e;
const EQUALS = 0x3d;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;
