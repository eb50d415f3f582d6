import { MarkupError, type MarkupToken, tokensOf } from "./lexer.js";

/** Deeper than anybody nests brackets. */
const maxDepth = 100;

/** What goes through the tokens of markup. */
class Reader {
  readonly #tokens: readonly MarkupToken[];
  #at = 0;
  #depth = 0;

  constructor(markup: string) {
    this.#tokens = tokensOf(markup);
  }

  looksAt(type: string, ahead = 0): boolean {
    return this.#tokens[this.#at + ahead]?.type === type;
  }

  take(type: string): string {
    const { type: found, text } = this.#tokens[this.#at]!;
    if (found !== type) throw new MarkupError(`Expected ${type} but found ${found}`);
    this.#at += 1;
    return text;
  }

  takes(type: string): boolean {
    if (!this.looksAt(type)) return false;
    this.#at += 1;
    return true;
  }

  takesWord(...words: readonly string[]): boolean {
    const { type, text } = this.#tokens[this.#at]!;
    return type === "id" && words.includes(text) && this.takes("id");
  }

  expression(): void {
    this.#depth += 1;
    if (this.#depth > maxDepth) throw new MarkupError("Nesting too deep");
    const { type, text } = this.#tokens[this.#at]!;
    if (type === "id" || type === "open_square") this.#path(type);
    else if (type === "string" || type === "number") this.take(type);
    else if (type === "open_round") this.#range();
    else throw new MarkupError(`[:${type}${text === "" ? "" : `, ${JSON.stringify(text)}`}] is not a valid expression`);
    this.#depth -= 1;
  }

  #path(begin: string): void {
    if (begin === "id") this.take("id");
    while (this.looksAt("open_square") || this.looksAt("dot")) {
      if (this.takes("dot")) this.take("id");
      else {
        this.take("open_square");
        this.expression();
        this.take("close_square");
      }
    }
  }

  #range(): void {
    this.take("open_round");
    this.expression();
    this.take("dotdot");
    this.expression();
    this.take("close_round");
  }

  argument(): void {
    if (this.looksAt("id") && this.looksAt("colon", 1)) {
      this.take("id");
      this.take("colon");
    }
    this.expression();
  }
}

/** A value with its filters. */
function checkValue(markup: string): void {
  const reader = new Reader(markup);
  if (reader.looksAt("end_of_string")) return;
  reader.expression();
  while (reader.takes("pipe")) {
    reader.take("id");
    if (!reader.takes("colon")) continue;
    do reader.argument();
    while (reader.takes("comma"));
  }
  reader.take("end_of_string");
}

/** Of `if`, `elsif` and `unless`. */
function checkCondition(markup: string): void {
  const reader = new Reader(markup);
  do {
    reader.expression();
    if (reader.takes("comparison")) reader.expression();
  } while (reader.takesWord("and", "or"));
  reader.take("end_of_string");
}

/** Of `for`. */
function checkLoop(markup: string): void {
  const reader = new Reader(markup);
  reader.take("id");
  if (!reader.takesWord("in")) throw new MarkupError("For loops require an 'in' clause");
  reader.expression();
  reader.takesWord("reversed");
  while (reader.looksAt("id") && reader.looksAt("colon", 1)) {
    if (!reader.takesWord("limit", "offset"))
      throw new MarkupError("Invalid attribute in for loop. Valid attributes are limit and offset");
    reader.take("colon");
    reader.expression();
  }
  reader.take("end_of_string");
}

function checkAssignment(markup: string): void {
  const value = assigned(markup);
  if (value !== undefined) checkValue(value);
}

/** What stands behind the sign; an assignment without one has an error of its own. */
function assigned(markup: string): string | undefined {
  return /^\s*[(\w.\-[\])]+\s*=\s*([\s\S]*)$/.exec(markup)?.[1];
}

interface Grammar {
  /** Throws a `MarkupError` for what Ruby's strict parser does not take. */
  readonly check: (markup: string) => void;
  /** How messages show the markup. */
  readonly shown: (markup: string) => string;
}

const asWritten = (markup: string): string => markup;
const inBraces = (markup: string): string => `{{${markup}}}`;
const condition: Grammar = { check: checkCondition, shown: asWritten };

/** Liquid's own grammar, as its strict mode has it, by tag; `{{` is a value that is printed. */
export const grammar: Readonly<Record<string, Grammar>> = {
  "{{": { check: checkValue, shown: inBraces },
  assign: { check: checkAssignment, shown: (markup) => inBraces(assigned(markup) ?? "") },
  echo: { check: checkValue, shown: inBraces },
  if: condition,
  elsif: condition,
  unless: condition,
  for: { check: checkLoop, shown: asWritten },
};
