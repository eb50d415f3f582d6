import type { Element, Root, RootContent } from "hast";

/*
 * Printed HTML is parsed again by the reader's browser, and the parser's rules can make another tree of it: that is how
 * payloads pass sanitizers. Trees of which this file can tell by a look that they come back as they are need no proof by
 * parsing; it knows the plain shapes that nearly all posts consist of, and says no to everything else.
 */

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

const inlines = words(
  "a abbr b bdi bdo cite code data del dfn em i ins kbd mark q s samp small span strong sub sup time tt u var",
);
const voids = words("br img wbr hr");
/** They hold blocks or text, and may stand wherever a block may. */
const flows = words("div blockquote section figure figcaption details p pre h2 h3 h4 h5 h6 ul ol dl table");
const textOnly = words("p pre h2 h3 h4 h5 h6 summary caption");

/** Elements that hold nothing but certain others, and blank text. */
const strict: Readonly<Record<string, ReadonlySet<string>>> = {
  ul: words("li"),
  ol: words("li"),
  dl: words("dt dd"),
  table: words("caption thead tbody tfoot"),
  thead: words("tr"),
  tbody: words("tr"),
  tfoot: words("tr"),
  tr: words("td th"),
};

/** Whether parsing the printed tree gives the same tree again, for sure. `false` is "perhaps not". */
export function isSurelyStable(tree: Root, html: string): boolean {
  return !/[\r\0]/.test(html) && areStable(tree.children, "root", false);
}

function areStable(children: readonly RootContent[], parent: string, inLink: boolean): boolean {
  let wasText = false;
  for (const child of children) {
    if (child.type === "text") {
      if (wasText || child.value === "" || (Object.hasOwn(strict, parent) && /[^ \t\n\f]/.test(child.value)))
        return false;
      wasText = true;
    } else {
      if (child.type !== "element" || !isStable(child, parent, inLink)) return false;
      wasText = false;
    }
  }
  return true;
}

function isStable(element: Element, parent: string, inLink: boolean): boolean {
  const { tagName, children } = element;
  if (!mayStandIn(tagName, parent)) return false;
  if (voids.has(tagName)) return children.length === 0;
  if (tagName === "a" && inLink) return false;
  // The parser drops a line end right behind the start tag.
  const first = children[0];
  if (tagName === "pre" && first?.type === "text" && first.value.startsWith("\n")) return false;
  return areStable(children, tagName, inLink || tagName === "a");
}

function mayStandIn(tagName: string, parent: string): boolean {
  if (Object.hasOwn(strict, parent)) return strict[parent]!.has(tagName);
  if (inlines.has(tagName) || (voids.has(tagName) && tagName !== "hr")) return true;
  if (inlines.has(parent) || textOnly.has(parent)) return false;
  if (tagName === "summary") return parent === "details";
  return tagName === "hr" || flows.has(tagName);
}
