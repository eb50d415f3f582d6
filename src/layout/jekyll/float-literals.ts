import { type Template, type Token, TypeGuards } from "liquidjs";
import { RubyFloat } from "../../lib/ruby/float.js";

const wholeFloat = /\d\.0+(?!\d)/;

/** Makes floats of the `1.0` in templates of a text, which LiquidJS takes for integers; they are changed in place. */
export function keepFloatLiterals(text: string, templates: readonly Template[]): void {
  if (wholeFloat.test(text)) visit(templates, new Set());
}

/** Only what the parser made is looked into: templates, their branches, values and tokens. */
function visit(node: unknown, seen: Set<unknown>): void {
  if (typeof node !== "object" || node === null || seen.has(node)) return;
  seen.add(node);
  if (TypeGuards.isNumberToken(node as Token)) {
    const token = node as { content: unknown; getText(): string };
    if (wholeFloat.test(token.getText())) token.content = new RubyFloat(Number(token.getText()));
    return;
  }
  for (const [key, inner] of Object.entries(node)) if (!outside.has(key)) visit(inner, seen);
}

/** Keys that lead from a template to the engine. */
const outside = new Set(["liquid", "parser", "tokenizer", "handler", "options"]);
