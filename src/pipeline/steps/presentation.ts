import type { Element } from "hast";
import { stringAttribute } from "../../html/query.js";
import { type Outcome, UNWRAP } from "../../html/walk.js";
import type { Article } from "../article.js";
import type { Step } from "../step.js";

/** Looks become meaning where they have one: bold, struck out, raised, centred. The sanitizer then drops the styles. */
export const presentation: Step = {
  name: "presentation",
  visitor: {
    enter: {
      "*": centre,
      b: (element) => rename(element, "strong"),
      i: (element) => rename(element, "em"),
      strike: (element) => rename(element, "del"),
      s: (element) => rename(element, "del"),
      tt: (element) => rename(element, "code"),
      center: (element) => {
        element.properties.className = ["align-center"];
        return rename(element, "div");
      },
      big: () => UNWRAP,
      font: (element, article) => meaning(element, article),
      span: (element, article) => meaning(element, article),
    },
  },
};

function rename(element: Element, tagName: string): undefined {
  element.tagName = tagName;
}

function centre(element: Element): undefined {
  const style = stringAttribute(element, "style");
  if (!style && element.properties.align !== "center") return;
  if (
    /^(?:p|div|h[1-6]|td|th)$/.test(element.tagName) &&
    (element.properties.align === "center" || /text-align:\s*center/i.test(style!))
  ) {
    element.properties.className = ["align-center"];
  }
}

function meaning(element: Element, _article: Article): Outcome {
  const style = stringAttribute(element, "style") ?? "";
  const tagName = meanings.find(([pattern]) => pattern.test(style))?.[1];
  if (tagName) {
    element.tagName = tagName;
    return undefined;
  }
  return element.properties.id === undefined ? UNWRAP : undefined;
}

const meanings: readonly (readonly [RegExp, string])[] = [
  [/font-weight:\s*(?:bold|[6-9]00)/i, "strong"],
  [/font-style:\s*italic/i, "em"],
  [/text-decoration[^;]*line-through/i, "del"],
  [/vertical-align:\s*super/i, "sup"],
  [/vertical-align:\s*sub/i, "sub"],
];
