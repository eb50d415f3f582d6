import { escapeCode } from "../kramdown/escape.js";
import { fromHighlight } from "./from-highlight.js";
import { lex } from "./lexer.js";
import { lexers } from "./lexers/index.js";

export { rougeLanguages } from "./languages.js";

/**
 * Code as HTML with the classes of Rouge and Pygments, which style sheets of Jekyll sites know. The languages that Jekyll
 * sites show most have lexers of their own, which name tokens as Rouge does; those of the others are highlight.js's, so that
 * finer points are missing. The text is always the code itself.
 */
export function rougeHtml(code: string, language: string): string {
  const name = language.toLowerCase().replace(/\?.*$/, "");
  const lexer = lexers.get(name);
  if (!lexer) return fromHighlight(code, name);
  return lex(lexer, code, lexers)
    .map(([token, text]) => (token === "" ? escapeCode(text) : `<span class="${token}">${escapeCode(text)}</span>`))
    .join("");
}

/** Lines of code beside their numbers, in Rouge's table. */
export function withLineNumbers(code: string, first: number): string {
  const whole = code.endsWith("\n") ? code : `${code}\n`;
  const numbers = Array.from({ length: whole.split("\n").length - 1 }, (_, index) => `${first + index}\n`).join("");
  return `<table class="rouge-table"><tbody><tr><td class="rouge-gutter gl"><pre class="lineno">${numbers}</pre></td><td class="rouge-code"><pre>${whole}</pre></td></tr></tbody></table>`;
}
