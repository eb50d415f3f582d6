import { decodeHTML } from "entities";
import type { Element, Root, Text } from "hast";
import { foreignContent, type Token } from "parse5";
import { remembering } from "../lib/remembering.js";
import { drawing, type Kind, kinds, ordinary, passed } from "./element-kinds.js";
import { toProperties } from "./hast-adapter.js";
import { internalName } from "./names.js";
import { isLetter, lowerCase, nameOfEnd, readStartTag, type StartTag, unusual } from "./tags.js";

/*
 * Most posts were written by programs: their elements are closed in the order in which they were opened. For these, parsing
 * is one walk over the text, several times as quick as all that the standard has for the others (its modes, its list of
 * formatting, its adoption agency). Nothing is guessed: what the standard would mend, beyond the ends that may be left out,
 * and whatever is rare, is `undefined` here, and parse5's. The tree is the same as parse5's, held to it by tests.
 */

/** An element that is open, and the one around it. */
interface Open {
  readonly name: string;
  readonly kind: Kind;
  readonly children: Element["children"] | Root["children"];
  readonly outer: Open | undefined;
  readonly depth: number;
  /** Whether a paragraph is open, this one or one around it within the same cell. */
  readonly inParagraph: boolean;
  readonly inLink: boolean;
}

/** More than that are parse5's: it counts with care. */
const DEEPEST = 100;

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
  readonly #root: Root = { type: "root", children: [] };
  #at = 0;
  #open: Open = {
    name: "",
    kind: ordinary,
    children: this.#root.children,
    outer: undefined,
    depth: 0,
    inParagraph: false,
    inLink: false,
  };
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
    return this.#root;
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
    const { children, kind } = this.#open;
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
    this.#open.children.push({ type: "comment", value });
    this.#at = end + 3;
  }

  #readEnd(): void {
    const html = this.#html;
    const start = this.#at + 2;
    const { name } = this.#open;
    if (html.charCodeAt(start + name.length) === GREATER && name !== "" && html.startsWith(name, start)) {
      this.#at = start + name.length + 1;
      this.#close(this.#open);
      return;
    }
    if (!isLetter(html.charCodeAt(start))) throw unusual;
    const end = html.indexOf(">", start);
    if (end < 0) throw unusual;
    const written = html.slice(start, end);
    this.#at = end + 1;
    this.#closeOuter(nameOfEnd(written));
  }

  /** Ends an element by a tag that is not simply the one of the innermost. */
  #closeOuter(name: string): void {
    if (this.#endsNothing(name)) return;
    let open: Open | undefined = this.#open;
    if (open.name !== name) {
      // A table's end ends its rows; the end of a block its paragraphs and items.
      const { children, endsInner } = kinds.get(name) ?? ordinary;
      while (
        open &&
        open.name !== name &&
        (children ? open.kind.parents && !open.kind.isCell : endsInner && open.kind.isInner)
      )
        open = open.outer;
    }
    if (open?.name !== name || open.outer === undefined) throw unusual;
    this.#close(open);
  }

  /** The end of a void element, and any end where nothing is open; but `</p>` and `</br>` make elements behind the first start. */
  #endsNothing(name: string): boolean {
    if (!isUsual(name)) return false;
    if (name === "p" || name === "br") return this.#root.children.every(({ type }) => type !== "element");
    return this.#open.outer === undefined || (kinds.get(name)?.isVoid === true && !this.#open.kind.children);
  }

  #close(open: Open): void {
    if (open.outer === undefined) throw unusual;
    this.#open = open.outer;
  }

  #readStart(): void {
    const tag = readStartTag(this.#html, this.#at + 1);
    this.#at = tag.end;
    const { foreign } = this.#open.kind;
    if (foreign) this.#openForeign(internalName(tag.written), foreign.get(tag.written), tag);
    else this.#openElement(tag);
  }

  #openElement(tag: StartTag): void {
    const { name, kind } = tagOf(tag.written);
    if (!kind) throw unusual;
    this.#makePlaceFor(name, kind);
    if (kind.foreign) {
      this.#openForeign(name, kind, tag);
      return;
    }
    const element = this.#append(name, toProperties(tag.attributes, false));
    if (kind.isRaw) this.#readRaw(element);
    else if (!kind.isVoid) this.#enter(element, kind);
    if (kind.skipsLineBreak) this.#skipsLineBreak = true;
  }

  /** Ends what the start of an element ends. */
  #makePlaceFor(name: string, kind: Kind): void {
    // Rows without a section are in one.
    if (name === "tr" && this.#open.name === "table") this.#enter(this.#append("tbody", {}), kinds.get("tbody")!);
    this.#assertPlace(name, kind);
    if (kind.item) this.#endItem(kind.item);
    if (kind.endsParagraph && this.#open.inParagraph) {
      if (this.#open.name !== "p") throw unusual;
      this.#close(this.#open);
    }
    if (kind.isHeading && this.#open.kind.isHeading) throw unusual;
    if (name === "a" && this.#open.inLink) throw unusual;
    if (name === "button" && this.#isWithin(name)) throw unusual;
  }

  #isWithin(name: string): boolean {
    for (let open: Open | undefined = this.#open; open; open = open.outer) if (open.name === name) return true;
    return false;
  }

  #assertPlace(name: string, { parents }: Kind): void {
    const { name: parent, kind } = this.#open;
    if (kind.children && !kind.children.includes(name)) throw unusual;
    if (parents && !parents.includes(parent)) throw unusual;
  }

  /** An item ends the one before it, with its last paragraph. */
  #endItem(item: Kind["item"]): void {
    for (let open: Open | undefined = this.#open, isNear = true; open; open = open.outer) {
      if (open.kind.item === item) {
        if (!isNear) throw unusual;
        this.#close(open);
        return;
      }
      if (open.kind.isSpecial && !passed.has(open.name)) return;
      if (open.name !== "p") isNear = false;
    }
  }

  #openForeign(name: string, kind: Kind | undefined, { attributes, isSelfClosing }: StartTag): void {
    if (!kind) throw unusual;
    const isDrawing = kind === drawing;
    const attrs = [...attributes];
    const token = { attrs } as Token.TagToken;
    if (isDrawing) foreignContent.adjustTokenSVGAttrs(token);
    else foreignContent.adjustTokenMathMLAttrs(token);
    foreignContent.adjustTokenXMLAttrs(token);
    const element = this.#append(name, toProperties(attrs, isDrawing));
    if (!isSelfClosing) this.#enter(element, kind);
  }

  #append(tagName: string, properties: Element["properties"]): Element {
    const element: Element = { type: "element", tagName, properties, children: [] };
    this.#open.children.push(element);
    return element;
  }

  #enter({ tagName, children }: Element, kind: Kind): void {
    const outer = this.#open;
    if (outer.depth === DEEPEST) throw unusual;
    this.#open = {
      name: tagName,
      kind,
      children,
      outer,
      depth: outer.depth + 1,
      inParagraph: tagName === "p" || (!kind.hidesParagraph && outer.inParagraph),
      inLink: tagName === "a" || (!kind.isCell && outer.inLink),
    };
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

/** Without rules of its own. */
function isUsual(name: string): boolean {
  return !kinds.has(name) || kinds.get(name) !== undefined;
}
