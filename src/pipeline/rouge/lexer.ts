/*
 * Lexers as Rouge and Pygments have them: states of rules, a stack of states, and the first rule that matches at the place.
 * A token is named by the class that style sheets know: `k` a keyword, `s2` a string in double quotes, `""` plain text.
 */

export type Token = readonly [name: string, text: string];

/** What a rule does with its match besides naming it. Several states are pushed in their order. */
export type Move = string | readonly string[];

/** Returns `false` where the rule does not hold after all: then the next one is asked. */
export type Action = (match: RegExpExecArray, lexing: Lexing) => unknown;

export interface Rule {
  /** Matches at the place and nowhere else (`y`); `^` and `$` are ends of lines (`m`). */
  readonly pattern: RegExp;
  readonly act: Action;
}

export interface Lexer {
  /** The lexing of a text begins in `root`. */
  readonly states: Readonly<Record<string, readonly Rule[]>>;
}

/** One text while it is cut into tokens. */
export interface Lexing {
  readonly stack: string[];
  /** Free for what a lexer must remember: the end of a here-document. */
  readonly memory: Map<string, string>;
  emit(name: string, text: string): void;
  /**
   * Lets another lexer have a part of the text: one by its name, without which the part is plain. With the stack of an
   * earlier part it goes on there.
   */
  delegate(lexer: Lexer | string, text: string, stack?: string[]): void;
  move(moves: Move): void;
}

/** Leaves the state; several times, `^^` and so on. */
const POP = /^\^+$/;

/**
 * A rule that names its match, or with a list its groups one by one, which must cover it; then it moves: `"string"` goes into
 * a state, `"^"` leaves the one it is in.
 */
export function rule(pattern: RegExp, token: string | readonly string[], moves?: Move): Rule {
  return ruleFor(pattern, (match, lexing) => {
    if (typeof token === "string") lexing.emit(token, match[0]);
    else for (const [index, name] of token.entries()) lexing.emit(name, match[index + 1] ?? "");
    if (moves !== undefined) lexing.move(moves);
  });
}

/** A rule that does what it likes. */
export function ruleFor(pattern: RegExp, act: Action): Rule {
  const flags = new Set([...pattern.flags, "y", "m"]);
  return { pattern: new RegExp(pattern.source, [...flags].join("")), act };
}

/**
 * The tokens of a text; neighbours of one name are one. Each character is in one of them. `others` are the lexers that may be
 * asked for by name.
 */
export function lex(lexer: Lexer, text: string, others: ReadonlyMap<string, Lexer> = new Map()): readonly Token[] {
  const tokens: (readonly [string, string])[] = [];
  const emit = (name: string, part: string): void => {
    if (part === "") return;
    const last = tokens.at(-1);
    if (last?.[0] === name) tokens[tokens.length - 1] = [name, last[1] + part];
    else tokens.push([name, part]);
  };
  run(lexer, text, emit, others);
  return tokens;
}

function run(
  lexer: Lexer,
  text: string,
  emit: Lexing["emit"],
  others: ReadonlyMap<string, Lexer>,
  stack = ["root"],
): void {
  const lexing: Lexing = {
    stack,
    memory: new Map(),
    emit,
    delegate: (other, part, from) => {
      const known = typeof other === "string" ? others.get(other) : other;
      if (known) run(known, part, emit, others, from);
      else emit("", part);
    },
    move: (moves) => {
      for (const one of typeof moves === "string" ? [moves] : moves) {
        if (POP.test(one)) stack.length = Math.max(1, stack.length - one.length);
        else stack.push(one);
      }
    },
  };
  for (let at = 0; at < text.length; ) {
    const rules = lexer.states[stack.at(-1)!]!;
    const next = step(rules, text, at, lexing);
    if (next !== undefined) at = next;
    else {
      // What no rule knows ends with the line.
      if (text[at] === "\n") stack.length = 1;
      emit(text[at] === "\n" ? "" : "err", text[at]!);
      at += 1;
    }
  }
}

/** Behind the first match of a rule. One of nothing counts only where it leads to another state. */
function step(rules: readonly Rule[], text: string, at: number, lexing: Lexing): number | undefined {
  for (const { pattern, act } of rules) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (!match) continue;
    const depth = lexing.stack.length;
    const state = lexing.stack.at(-1);
    if (act(match, lexing) === false) continue;
    if (match[0] !== "" || lexing.stack.length !== depth || lexing.stack.at(-1) !== state) return at + match[0].length;
  }
  return undefined;
}

/** The words of a list that are divided by blanks. */
export function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}
