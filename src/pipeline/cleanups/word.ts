import type { Element } from "hast";
import { hasClass } from "../../html/query.js";
import { type Outcome, REMOVE, UNWRAP } from "../../html/walk.js";
import type { Article } from "../article.js";
import type { Cleanup } from "../cleanup.js";
import { makeWordLists } from "./word-lists.js";

const name = "word";

/** Paste from Microsoft Word. The looks of it go with all others; this is what is Word's alone. */
export const word: Cleanup = {
  name,
  detect: ['p[class^="Mso"]', 'span[style*="mso-"]', 'p[style*="mso-"]', "xml", /<\/?[ovw]:[a-z]|<!--\[if gte mso/i],
  transform: makeWordLists,
  enter: {
    xml: removeSettings,
    "w:worddocument": removeSettings,
    "w:latentstyles": removeSettings,
    "o:documentproperties": removeSettings,
    "o:officedocumentsettings": removeSettings,
    span: (span): Outcome => (hasClass(span, "GramE") || hasClass(span, "SpellE") ? UNWRAP : undefined),
  },
};

/** Settings of the program that wrote the text. */
function removeSettings(element: Element, article: Article): Outcome {
  article.record(name, "remove", element.tagName, { lost: element });
  return REMOVE;
}
