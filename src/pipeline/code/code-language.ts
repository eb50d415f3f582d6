import type { Element } from "hast";
import { classList, findElements, stringAttribute, textContent } from "../../html/query.js";
import type { Parent } from "../../html/walk.js";
import { isLanguage, languageNamed } from "./languages.js";

/** `language-x`, `lang-x`, `brush: x`, `highlight-source-x`, the `bg_x` of dp.SyntaxHighlighter: a class that can mean nothing but a language. */
const told = /(?:^|\s)(?:language-|lang-|brush:\s*|highlight-source-|bg_)([\w+#.-]+)/i;

/** Classes that begin so may mean something else as well. */
const likely = /^(?:lang:|sh_|src-|hl-|highlight-)([\w+#.-]+)$/i;

/** Programs that write for one language, and name it by its one letter. */
const withR = ["sourceCode", "knitr", "src"];

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
  for (const element of [...own, ...around]) {
    const name = own.includes(element) ? bareName(element) : likelyName(element);
    if (name !== undefined) return languageNamed(name);
  }
  return undefined;
}

function toldName(element: Element): string | undefined {
  const name =
    told.exec(
      `${classList(element).join(" ")} ${stringAttribute(element, "data-syntaxhighlighter-params") ?? ""}`,
    )?.[1] ??
    (stringAttribute(element, "data-lang") ||
      stringAttribute(element, "data-language") ||
      stringAttribute(element, "data-enlighter-language"));
  if (name) return name;
  // `lang` mostly tells the reader's language.
  const lang = stringAttribute(element, "lang");
  return lang && isLanguage(lang) ? lang : undefined;
}

function bareName(element: Element): string | undefined {
  const classes = classList(element);
  if (classes.includes("r") && withR.some((other) => classes.includes(other))) return "r";
  // SyntaxHighlighter 1 writes `java:nocontrols:firstline[10]`.
  const bare = classes.map((name) => name.split(/[:;]/, 1)[0]!).find(isLanguage);
  return likelyName(element) ?? bare ?? crayonLanguage(element);
}

function likelyName(element: Element): string | undefined {
  return classList(element)
    .map((name) => likely.exec(name)?.[1] ?? "")
    .find(isLanguage);
}

/** In Crayon's toolbar, as its readers saw it. */
function crayonLanguage(element: Element): string | undefined {
  const label = findElements(element, (inner) => classList(inner).includes("crayon-language"))[0];
  const name = label && textContent(label).trim().toLowerCase();
  return name && isLanguage(name) ? name : undefined;
}
