import { createRequire } from "node:module";
import type { ElementContent } from "hast";
import type { HLJSApi, LanguageFn } from "highlight.js";
import { text } from "../../html/create.js";
import { grammarOf } from "./languages.js";
import { TokenEmitter } from "./token-emitter.js";

/** Longer code is left plain: it is data mostly, and some grammars take more than linear time. */
const LONGEST = 60_000;
const LONGEST_LINE = 4_000;

const require = createRequire(import.meta.url);
let highlighter: HLJSApi | undefined;
/** Grammars that others embed and that must be there before. */
const embedded: Readonly<Record<string, readonly string[]>> = {
  xml: ["css", "javascript"],
  erb: ["xml", "ruby"],
  php: ["xml"],
  twig: ["xml"],
  handlebars: ["xml"],
  haml: ["ruby"],
  markdown: ["xml"],
  dockerfile: ["bash"],
  shell: ["bash"],
  http: ["json", "xml"],
  coffeescript: ["javascript"],
  vbscript: ["xml"],
};

/**
 * Code in colours, as text and `span.hljs-*`; `undefined` for a language that nobody can colour here. The text of the
 * result is always the code itself. The library and each grammar are loaded when first needed, which takes a hundred
 * milliseconds all together for the usual ones.
 */
export function highlightCode(code: string, language: string): ElementContent[] | undefined {
  const grammar = grammarOf(language);
  if (!grammar || code.length > LONGEST || hasLongLine(code)) return undefined;
  highlighter ??= createHighlighter();
  load(highlighter, grammar);
  const result = highlighter.highlight(code, { language: grammar, ignoreIllegals: true });
  const isWhole = result.errorRaised === undefined && !result.illegal;
  return isWhole ? (result._emitter as TokenEmitter).nodes : [text(code)];
}

function createHighlighter(): HLJSApi {
  const api = require("highlight.js/lib/core") as HLJSApi;
  api.configure({ __emitter: TokenEmitter });
  return api;
}

function load(api: HLJSApi, grammar: string): void {
  if (api.getLanguage(grammar)) return;
  api.registerLanguage(grammar, require(`highlight.js/lib/languages/${grammar}`) as LanguageFn);
  for (const other of embedded[grammar] ?? []) load(api, other);
}

function hasLongLine(code: string): boolean {
  for (let from = 0; from < code.length; ) {
    const end = code.indexOf("\n", from);
    if ((end < 0 ? code.length : end) - from > LONGEST_LINE) return true;
    if (end < 0) return false;
    from = end + 1;
  }
  return false;
}
