import type { Element, Root } from "hast";
import { type Kind, kinds, ordinary, passed } from "./element-kinds.js";
import { unusual } from "./tags.js";

/*
 * Where the next node comes into a tree whose elements end in the order in which they began, and what starts and ends do to
 * the elements that are open. What the standard would mend is `unusual`.
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

export class OpenElements {
  readonly root: Root = { type: "root", children: [] };
  /** The one that ends first; a nameless one around all others where none is open. */
  innermost: Open = {
    name: "",
    kind: ordinary,
    children: this.root.children,
    outer: undefined,
    depth: 0,
    inParagraph: false,
    inLink: false,
  };

  /** Puts an element to the children of the innermost one. */
  append(tagName: string, properties: Element["properties"]): Element {
    const element: Element = { type: "element", tagName, properties, children: [] };
    this.innermost.children.push(element);
    return element;
  }

  /** What comes next stands in this element. */
  enter({ tagName, children }: Element, kind: Kind): void {
    const outer = this.innermost;
    if (outer.depth === DEEPEST) throw unusual;
    this.innermost = {
      name: tagName,
      kind,
      children,
      outer,
      depth: outer.depth + 1,
      inParagraph: tagName === "p" || (!kind.hidesParagraph && outer.inParagraph),
      inLink: tagName === "a" || (!kind.isCell && outer.inLink),
    };
  }

  /** Ends an element that is open, with those in it. */
  close(open: Open): void {
    if (open.outer === undefined) throw unusual;
    this.innermost = open.outer;
  }

  /** Ends an element by the name in a tag that is not simply the one of the innermost. */
  closeNamed(name: string): void {
    if (this.#endsNothing(name)) return;
    let open: Open | undefined = this.innermost;
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
    this.close(open);
  }

  /** The end of a void element, and any end where nothing is open; but `</p>` and `</br>` make elements behind the first start. */
  #endsNothing(name: string): boolean {
    if (!isUsual(name)) return false;
    if (name === "p" || name === "br") return this.root.children.every(({ type }) => type !== "element");
    return this.innermost.outer === undefined || (kinds.get(name)?.isVoid === true && !this.innermost.kind.children);
  }

  /** Ends what the start of an element ends. */
  makePlaceFor(name: string, kind: Kind): void {
    // Rows without a section are in one.
    if (name === "tr" && this.innermost.name === "table") this.enter(this.append("tbody", {}), kinds.get("tbody")!);
    this.#assertPlace(name, kind);
    if (kind.item) this.#endItem(kind.item);
    if (kind.endsParagraph && this.innermost.inParagraph) {
      if (this.innermost.name !== "p") throw unusual;
      this.close(this.innermost);
    }
    if (kind.isHeading && this.innermost.kind.isHeading) throw unusual;
    if (name === "a" && this.innermost.inLink) throw unusual;
    if (name === "button" && this.#isWithin(name)) throw unusual;
  }

  #isWithin(name: string): boolean {
    for (let open: Open | undefined = this.innermost; open; open = open.outer) if (open.name === name) return true;
    return false;
  }

  #assertPlace(name: string, { parents }: Kind): void {
    const { name: parent, kind } = this.innermost;
    if (kind.children && !kind.children.includes(name)) throw unusual;
    if (parents && !parents.includes(parent)) throw unusual;
  }

  /** An item ends the one before it, with its last paragraph. */
  #endItem(item: Kind["item"]): void {
    for (let open: Open | undefined = this.innermost, isNear = true; open; open = open.outer) {
      if (open.kind.item === item) {
        if (!isNear) throw unusual;
        this.close(open);
        return;
      }
      if (open.kind.isSpecial && !passed.has(open.name)) return;
      if (open.name !== "p") isNear = false;
    }
  }
}

/** Without rules of its own. */
function isUsual(name: string): boolean {
  return !kinds.has(name) || kinds.get(name) !== undefined;
}
