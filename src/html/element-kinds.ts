/*
 * What the start and the end of an element do to those that are open, as far as `well-nested.ts` reads them.
 *
 * Rules: https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-inbody
 */

/** How an element behaves where it is opened and closed. */
export interface Kind {
  readonly isVoid?: true;
  /** Its start ends an open paragraph. */
  readonly endsParagraph?: true;
  /** Its end also ends the paragraphs and items in it that are still open. */
  readonly endsInner?: true;
  /** One of those. */
  readonly isInner?: true;
  /** Those after which no open item or paragraph outside is looked for. */
  readonly isSpecial?: true;
  readonly isHeading?: true;
  /** Items of a kind: the start of one ends another. */
  readonly item?: "li" | "definition";
  /** What starts inside does not end the paragraph outside. */
  readonly hidesParagraph?: true;
  /** What is inside has nothing to do with the links outside. */
  readonly isCell?: true;
  /** Nothing but these elements, and blanks, may be directly in it. */
  readonly children?: readonly string[];
  /** Where alone it may stand. */
  readonly parents?: readonly string[];
  /** Its text holds no tags but its own end. */
  readonly isRaw?: true;
  /** A line break right behind its start is none. */
  readonly skipsLineBreak?: true;
  /** Of an element that is not HTML: what may stand in it, by its name as it is written. */
  readonly foreign?: ReadonlyMap<string, Kind>;
}

/** Kinds by name; `undefined` for elements with rules of their own, which are left to parse5. */
export const kinds = new Map<string, Kind | undefined>();

const block = { endsParagraph: true, endsInner: true, isSpecial: true } as const;
const cell = { endsInner: true, isSpecial: true, isCell: true } as const;
const sections = ["thead", "tbody", "tfoot"];
define(
  "address article aside blockquote center details dir div dl fieldset figcaption figure footer header hgroup main menu nav " +
    "ol section summary ul",
  block,
);
define("dialog search", { endsParagraph: true, endsInner: true });
define("p", { endsParagraph: true, isInner: true, isSpecial: true });
define("h1 h2 h3 h4 h5 h6", { ...block, isHeading: true });
define("pre", { ...block, skipsLineBreak: true });
define("li", { ...block, isInner: true, item: "li" });
define("dd dt", { ...block, isInner: true, item: "definition" });
define("area br img wbr embed keygen input param track source link meta base bgsound basefont", { isVoid: true });
define("hr", { isVoid: true, endsParagraph: true });
define("style script iframe", { isRaw: true });
define("button", { endsInner: true, isSpecial: true, hidesParagraph: true });
define("table", {
  endsParagraph: true,
  isSpecial: true,
  children: ["caption", "colgroup", ...sections],
});
define("caption", { ...cell, parents: ["table"] });
define("colgroup", { isSpecial: true, children: ["col"], parents: ["table"] });
define("col", { isVoid: true, parents: ["colgroup"] });
define("thead tbody tfoot", { isSpecial: true, children: ["tr"], parents: ["table"] });
define("tr", { isSpecial: true, children: ["td", "th"], parents: sections });
define("td th", { ...cell, parents: ["tr"] });
define(
  "applet body form frame frameset head html image listing marquee nobr noembed noframes object optgroup " +
    "option plaintext rb rp rt rtc select selectedcontent template textarea title xmp",
  undefined,
);

/** Of every name that has no entry. */
export const ordinary: Kind = {};
/** `svg`, and shapes whose names are the same in lower case and in which HTML never begins anew. */
export const drawing: Kind = { foreign: new Map() };
/** `math` and what holds other signs of a formula. */
export const formula: Kind = { foreign: new Map() };
/** Signs of a formula, in which HTML begins anew: read where there is nothing but text. */
const sign: Kind = { foreign: new Map() };
define("svg", drawing);
define("math", formula);
mayHold(drawing, "path g circle rect line polyline polygon ellipse defs use symbol stop", drawing);
mayHold(
  formula,
  "semantics mrow mspace msup msub msubsup mfrac msqrt mroot mover munder munderover mmultiscripts mprescripts none " +
    "mtable mtr mtd mstyle mpadded mphantom merror menclose annotation",
  formula,
);
mayHold(formula, "mi mn mo ms mtext", sign);

/** Special elements through which an item looks for the one before it. */
export const passed = new Set(["address", "div", "p"]);

function define(list: string, kind: Kind | undefined): void {
  for (const name of list.split(" ")) kinds.set(name, kind);
}

function mayHold({ foreign }: Kind, list: string, kind: Kind): void {
  for (const name of list.split(" ")) (foreign as Map<string, Kind>).set(name, kind);
}
