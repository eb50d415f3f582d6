import type { Element } from "hast";
import { classList, findElements } from "../../html/query.js";

/*
 * Temml puts many looks into `style` attributes and classes of its own stylesheet. A post may have neither: what counts
 * becomes an attribute of MathML or one of a few classes that the theme knows; what only nudges a glyph goes.
 */

/** Classes of temml that the theme has rules for. */
export const mathClasses =
  /^(?:tml-(?:left|right|jot|small|cancel|xcancel|overline|underline|fbox|bold|tag|flush-(?:left|right)|gap-(?:left|right)|line-(?:top|right|bottom|left))|upstrike|downstrike|sout)$/;

/** Takes temml's styles and classes off a formula. */
export function plainLooks(math: Element): void {
  for (const element of [math, ...findElements(math, () => true)]) {
    const classes = classList(element).filter((name) => mathClasses.test(name));
    const { style } = element.properties;
    delete element.properties.style;
    if (typeof style === "string") {
      for (const [property, value] of declarations(style)) {
        const name = classFor(element.tagName, property, value);
        if (name) classes.push(name);
        else if (property === "color" && value !== "undefined") element.properties.mathcolor = value;
      }
    }
    // Where a stylesheet would count the equations, which neither MathJax nor the author has.
    element.children = element.children.filter((child) => child.type !== "element" || child.tagName !== "span");
    if (classes.length > 0) element.properties.className = [...new Set(classes)];
    else delete element.properties.className;
  }
}

function declarations(style: string): (readonly [string, string])[] {
  return style.split(";").map((declaration) => {
    const colon = declaration.indexOf(":");
    return [declaration.slice(0, colon).trim(), declaration.slice(colon + 1).trim()] as const;
  });
}

function classFor(tagName: string, property: string, value: string): string | undefined {
  if (tagName === "mtd") return classForCell(property, value);
  if (property === "border") return "tml-fbox";
  return property === "font-weight" && value === "bold" ? "tml-bold" : undefined;
}

/** Lines and gaps of tables. A gap is none, one em, or what the browser gives. */
function classForCell(property: string, value: string): string | undefined {
  const [, border] = /^border-(top|right|bottom|left)$/.exec(property) ?? [];
  if (border) return `tml-line-${border}`;
  const [, side] = /^padding-(right|left)$/.exec(property) ?? [];
  if (side && Number.parseFloat(value) === 0) return `tml-flush-${side}`;
  if (side && value === "1em") return `tml-gap-${side}`;
  return property === "text-align" && value === "left" ? "tml-left" : undefined;
}
