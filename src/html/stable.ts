import type { Element, Properties, Root, RootContent } from "hast";

/*
 * Printed HTML is parsed again by the reader's browser, and the parser's rules can make another tree of it: that is how
 * payloads pass sanitizers. Trees of which this file can tell by a look that they come back as they are need no proof by
 * parsing; it knows the plain shapes that nearly all posts consist of, and says no to everything else.
 */

/** What an element may hold. */
interface Content {
  readonly elements: ReadonlySet<string>;
  readonly isVoid?: boolean;
  /** Text in it is blank. */
  readonly isBlank?: boolean;
  readonly isFormula?: boolean;
}

/** By the name of the element. Others stand nowhere. */
const contents = new Map<string, Content>();

const inlines =
  "a abbr b bdi bdo cite code data del dfn em i ins kbd mark q s samp small span strong sub sup time tt u var";
/** All that may stand in a line of text. */
const phrasing = `${inlines} br img wbr math`;
/** All that may stand beside blocks. */
const flow = `${phrasing} hr div blockquote section figure figcaption details p pre h2 h3 h4 h5 h6 ul ol dl table`;
const signs = "mi mn mo ms mtext annotation";
/** What formulas are made of, beside signs. */
const groups =
  "semantics mrow mspace msup msub msubsup mfrac msqrt mroot mover munder munderover mmultiscripts mprescripts none " +
  "mtable mtr mtd mstyle mpadded mphantom merror menclose";

const blank = { isBlank: true };
define("div blockquote section figure figcaption li dt dd td th", flow);
define("details", `${flow} summary`);
define(`${inlines} p pre h2 h3 h4 h5 h6 summary caption`, phrasing);
define("br img wbr hr", "", { isVoid: true });
define("ul ol", "li", blank);
define("dl", "dt dd", blank);
define("table", "caption thead tbody tfoot", blank);
define("thead tbody tfoot", "tr", blank);
define("tr", "td th", blank);
define(`math ${groups}`, `${groups} ${signs}`, { isFormula: true });
define(signs, "", { isFormula: true });

function define(list: string, elements: string, how: Omit<Content, "elements"> = {}): void {
  const content = { elements: words(elements), ...how };
  for (const name of words(list)) contents.set(name, content);
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(" ").filter(Boolean));
}

const ofRoot: Content = { elements: words(flow) };

/** Whether parsing the printed tree gives the same tree again, for sure. `false` is "perhaps not". */
export function isSurelyStable(tree: Root, html: string): boolean {
  return !html.includes("\r") && !html.includes("\0") && areStable(tree.children, ofRoot, false);
}

function areStable(children: readonly RootContent[], within: Content, inLink: boolean): boolean {
  let wasText = false;
  for (const child of children) {
    if (child.type === "text") {
      if (wasText || child.value === "" || (within.isBlank && /[^ \t\n\f]/.test(child.value))) return false;
      wasText = true;
    } else {
      if (child.type !== "element" || !isStable(child, within, inLink)) return false;
      wasText = false;
    }
  }
  return true;
}

function isStable(element: Element, within: Content, inLink: boolean): boolean {
  const { tagName, properties, children } = element;
  const content = within.elements.has(tagName) ? contents.get(tagName) : undefined;
  if (content === undefined) return false;
  if (content.isVoid) return children.length === 0;
  if (tagName === "a" && inLink) return false;
  // The parser drops a line end right behind the start tag.
  const first = children[0];
  if (tagName === "pre" && first?.type === "text" && first.value.startsWith("\n")) return false;
  if (content.isFormula && !areStableProperties(properties)) return false;
  return areStable(children, content, inLink || tagName === "a");
}

/** In formulas one name is written another way by the parser; and what stood in a drawing has numbers that it would not write so. */
function areStableProperties(properties: Properties): boolean {
  for (const name in properties) {
    const value = properties[name];
    if (name === "definitionurl" || (typeof value === "string" && isOddNumber(value))) return false;
  }
  return true;
}

function isOddNumber(value: string): boolean {
  const number = Number(value);
  return value !== "" && !Number.isNaN(number) && String(number) !== value;
}
