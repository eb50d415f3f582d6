import type { Element } from "hast";
import { classList, findElements, stringAttribute } from "../../html/query.js";
import type { Parent } from "../../html/walk.js";
import { isLanguage, languageNamed } from "./languages.js";

/** `language-x`, `lang-x`, `brush: x`, `highlight-source-x`, the `bg_x` of dp.SyntaxHighlighter: a class that can mean nothing but a language. */
const told = /(?:^|\s)(?:language-|lang-|brush:\s*|highlight-source-|bg_)([\w+#.-]+)/i;

/**
 * The language of a block of code, from its own classes and attributes, those of the `<code>` in it and those of the
 * wrappers around it, the plainest sign first; `undefined` if none tells, or if it is said to be plain text.
 */
export function languageOf(block: Element, parents: readonly Parent[]): string | undefined {
  const inner = findElements(block, ({ tagName }) => tagName === "code" || tagName === "pre" || tagName === "table");
  const own = [block, ...inner.slice(0, 4)];
  const around = parents.slice(-3).filter((parent): parent is Element => parent.type === "element");
  for (const element of [...own, ...around.reverse()]) {
    const name = toldName(element);
    if (name !== undefined) return languageNamed(name);
  }
  for (const element of own) {
    const name = bareName(element);
    if (name !== undefined) return languageNamed(name);
  }
  return undefined;
}

function toldName(element: Element): string | undefined {
  const name = told.exec(classList(element).join(" "))?.[1] ?? stringAttribute(element, "data-lang");
  if (name) return name;
  // `lang` mostly tells the reader's language.
  const lang = stringAttribute(element, "lang");
  return lang && isLanguage(lang) ? lang : undefined;
}

function bareName(element: Element): string | undefined {
  // SyntaxHighlighter 1 writes `java:nocontrols:firstline[10]`.
  return classList(element)
    .map((name) => name.split(/[:;]/, 1)[0]!)
    .find(isLanguage);
}
