import { decodeHTML } from "entities";
import type { Element, Root, Text } from "hast";
import { foreignContent, type Token } from "parse5";
import { remembering } from "../lib/remembering.js";
import { drawing, type Kind, kinds, ordinary } from "./element-kinds.js";
import { toProperties } from "./hast-adapter.js";
import { internalName } from "./names.js";
import { OpenElements } from "./open-elements.js";
import { isLetter, lowerCase, nameOfEnd, readStartTag, type StartTag, unusual } from "./tags.js";

/*
 * Most posts were written by programs: their elements are closed in the order in which they were opened. For these, parsing
 * is one walk over the text, several times as quick as all that the standard has for the others (its modes, its list of
 * formatting, its adoption agency). Nothing is guessed: what the standard would mend, beyond the ends that may be left out,
 * and whatever is rare, is `undefined` here, and parse5's. The tree is the same as parse5's, held to it by tests.
 */

/** The tree of a fragment without positions, or undefined where it takes the whole standard to read it. */
export function parseWellNested(html: string): Root | undefined {
  // What they become depends on where they stand.
  if (html.includes("\0") || html.startsWith("\ufeff")) return undefined;
  try {
    return new Reader(html.includes("\r") ? html.replace(/\r\n?/g, "\n") : html).read();
  } catch (error) {
    if (error === unusual) return undefined;
    throw error;
  }
}

class Reader {
  readonly #html: string;
  readonly #open = new OpenElements();
  #at = 0;
  /** Whether the latest tag swallows a line break behind it. */
  #skipsLineBreak = false;

  constructor(html: string) {
    this.#html = html;
  }

  read(): Root {
    const html = this.#html;
    while (this.#at < html.length) {
      const tag = this.#endOfText();
      if (tag > this.#at) this.#addText(html.slice(this.#at, tag));
      this.#at = tag;
      this.#skipsLineBreak = false;
      if (tag === html.length) break;
      const next = html.charCodeAt(tag + 1);
      if (next === SLASH) this.#readEnd();
      else if (next === EXCLAMATION) this.#readComment();
      else this.#readStart();
    }
    return this.#open.root;
  }

  /** Where the next tag begins, or the text ends. A `<` before anything but a letter, `/`, `!` or `?` is text. */
  #endOfText(): number {
    const html = this.#html;
    for (let at = html.indexOf("<", this.#at); at >= 0; at = html.indexOf("<", at + 1)) {
      const next = html.charCodeAt(at + 1);
      if (isLetter(next) || next === SLASH || next === EXCLAMATION) return at;
      if (next === QUESTION) throw unusual;
    }
    return html.length;
  }

  #addText(source: string): void {
    let value = source.includes("&") ? decodeHTML(source) : source;
    if (this.#skipsLineBreak && value.startsWith("\n")) value = value.slice(1);
    if (value === "") return;
    const { children, kind } = this.#open.innermost;
    // The standard moves text out of tables.
    if (kind.children && /[^ \t\n\f]/.test(value)) throw unusual;
    const last = children.at(-1);
    if (last?.type === "text") last.value += value;
    else children.push({ type: "text", value } satisfies Text);
  }

  #readComment(): void {
    const start = this.#at + 4;
    const end = this.#html.indexOf("-->", start);
    if (!this.#html.startsWith("<!--", this.#at) || end < 0) throw unusual;
    const value = this.#html.slice(start, end);
    if (value.startsWith(">") || value.startsWith("->") || value.includes("--!>")) throw unusual;
    this.#open.innermost.children.push({ type: "comment", value });
    this.#at = end + 3;
  }

  #readEnd(): void {
    const html = this.#html;
    const start = this.#at + 2;
    const { name } = this.#open.innermost;
    if (html.charCodeAt(start + name.length) === GREATER && name !== "" && html.startsWith(name, start)) {
      this.#at = start + name.length + 1;
      this.#open.close(this.#open.innermost);
      return;
    }
    if (!isLetter(html.charCodeAt(start))) throw unusual;
    const end = html.indexOf(">", start);
    if (end < 0) throw unusual;
    const written = html.slice(start, end);
    this.#at = end + 1;
    this.#open.closeNamed(nameOfEnd(written));
  }

  #readStart(): void {
    const tag = readStartTag(this.#html, this.#at + 1);
    this.#at = tag.end;
    const { foreign } = this.#open.innermost.kind;
    if (foreign) this.#openForeign(internalName(tag.written), foreign.get(tag.written), tag);
    else this.#openElement(tag);
  }

  #openElement(tag: StartTag): void {
    const { name, kind } = tagOf(tag.written);
    if (!kind) throw unusual;
    this.#open.makePlaceFor(name, kind);
    if (kind.foreign) {
      this.#openForeign(name, kind, tag);
      return;
    }
    const element = this.#open.append(name, toProperties(tag.attributes, false));
    if (kind.isRaw) this.#readRaw(element);
    else if (!kind.isVoid) this.#open.enter(element, kind);
    if (kind.skipsLineBreak) this.#skipsLineBreak = true;
  }

  #openForeign(name: string, kind: Kind | undefined, { attributes, isSelfClosing }: StartTag): void {
    if (!kind) throw unusual;
    const isDrawing = kind === drawing;
    const attrs = [...attributes];
    const token = { attrs } as Token.TagToken;
    if (isDrawing) foreignContent.adjustTokenSVGAttrs(token);
    else foreignContent.adjustTokenMathMLAttrs(token);
    foreignContent.adjustTokenXMLAttrs(token);
    const element = this.#open.append(name, toProperties(attrs, isDrawing));
    if (!isSelfClosing) this.#open.enter(element, kind);
  }

  #readRaw({ tagName, children }: Element): void {
    const html = this.#html;
    const end = rawEnd[tagName as keyof typeof rawEnd];
    end.lastIndex = this.#at;
    const found = end.exec(html);
    // Scripts may hide their own end, and an end may have attributes.
    if (found?.[1] !== ">") throw unusual;
    const value = html.slice(this.#at, found.index);
    if (value.includes("<!--")) throw unusual;
    if (value !== "") children.push({ type: "text", value });
    this.#at = end.lastIndex;
  }
}

/** What a tag's name as it was written says. */
interface Tag {
  readonly name: string;
  readonly kind: Kind | undefined;
}

const tagOf = remembering(2000, (written): Tag => {
  const name = internalName(lowerCase(written));
  return { name, kind: kinds.has(name) ? kinds.get(name) : ordinary };
});

const rawEnd = {
  iframe: /<\/iframe(?:[ \t\n\f]*(>)|[ \t\n\f/])/gi,
  script: /<\/script(?:[ \t\n\f]*(>)|[ \t\n\f/])/gi,
  style: /<\/style(?:[ \t\n\f]*(>)|[ \t\n\f/])/gi,
};

const SLASH = 0x2f;
const EXCLAMATION = 0x21;
const QUESTION = 0x3f;
const GREATER = 0x3e;
