import { ParseError, Token, TokenKind } from "liquidjs";
import { type MarkupProblem, TagError } from "../errors.js";
import { type Blocks, followBlocks } from "./blocks.js";
import { grammar } from "./grammar.js";
import { MarkupError } from "./lexer.js";
import { type Piece, piecesOf } from "./pieces.js";
import { tags } from "./tags.js";

/** `warn` takes what does not keep to the grammar as the lax mode understands it, and tells. */
export type ErrorMode = "lax" | "warn" | "strict";

export interface RewriteOptions {
  readonly mode: ErrorMode;
  /** Tags that need an end. */
  readonly blocks: ReadonlySet<string>;
  /** All tags that there are. */
  readonly known: ReadonlySet<string>;
  readonly warn?: (problem: MarkupProblem) => void;
}

/**
 * A template in LiquidJS's grammar. Ruby's Liquid reads what does not keep to its own in a lax mode, in which most of what is
 * written wrong means something; that meaning is written out here. Lines stay lines. Throws a `ParseError` for what means
 * nothing.
 */
export function rewriteLax(text: string, path: string, { mode, blocks, known, warn }: RewriteOptions): string {
  const around = followBlocks(blocks);
  let rewritten = "";
  let kept = 0;
  let line = 1;
  let counted = 0;
  for (const piece of piecesOf(text)) {
    const { name, markup, isClosed, begin, end } = piece;
    const refuse = (reason: string): ParseError => syntaxError(reason, piece, text, path);
    if (!isClosed || isNameless(piece, text)) throw refuse(unclosed(name, text.slice(begin, end)));
    const instead = replacementOf(name, around, known);
    if (instead !== undefined) {
      const trimming = text[begin + 2] === "-" ? instead.replace("{%", "{%-") : instead;
      rewritten += text.slice(kept, begin) + trimming + onlyLines(text.slice(begin, end));
      kept = end;
      continue;
    }
    const misplaced = around.enter(piece);
    if (misplaced !== undefined) throw refuse(misplaced);
    line += lines(text.slice(counted, begin)) - 1;
    counted = begin;
    const written = text.slice(markup.begin, markup.end);
    const problem = problemOf(name, written);
    if (problem !== undefined && mode === "strict") throw refuse(problem);
    if (problem !== undefined && mode === "warn") warn?.({ reason: problem, line });
    const understood = markupOf(name, written, problem === undefined);
    if (understood === undefined) throw refuse(`Syntax Error in ${tags[name]?.valid}`);
    rewritten += text.slice(kept, markup.begin) + understood;
    kept = markup.end;
  }
  const open = around.innermost;
  // Ruby counts no lines within `raw`.
  const lastLine = open?.name === "raw" ? undefined : lines(text);
  if (open !== undefined) throw syntaxError(`'${open.name}' tag was never closed`, open, text, path, lastLine);
  return rewritten + text.slice(kept);
}

/** What stands for a whole piece that means another thing than it says. */
function replacementOf(name: string, { innermost, hadElse }: Blocks, known: ReadonlySet<string>): string | undefined {
  const around = innermost?.name;
  // Tags that there are not are text of a comment.
  if (around === "comment" && name !== "{{" && name !== "endcomment" && !known.has(name)) return "";
  // A branch behind `else` is never taken; LiquidJS knows none.
  if (!hadElse || (name !== "else" && name !== "elsif")) return undefined;
  if (around === "if") return "{% endif %}{% if false %}";
  return around === "unless" ? "{% endunless %}{% unless true %}" : undefined;
}

/** `line` is where Ruby's Liquid finds the mistake, if that is not where it was made. */
function syntaxError(reason: string, { begin, end }: Piece, text: string, path: string, line?: number): ParseError {
  const error = new TagError(`Liquid syntax error: ${reason}`, line);
  return new ParseError(error, new PieceToken(TokenKind.Tag, text, begin, end, path));
}

class PieceToken extends Token {}

/** Only `{% # … %}` is a tag without a name. */
function isNameless({ name, markup }: Piece, text: string): boolean {
  return name === "" && text[markup.begin] !== "#";
}

const onlyLines = (text: string): string => text.replace(/[^\n]/g, "");

function unclosed(name: string, shown: string): string {
  return name === "{{"
    ? `Variable '${shown}' was not properly terminated with regexp: /\\}\\}/`
    : `Tag '${shown}' was not properly terminated with regexp: /\\%\\}/`;
}

/** Why it does not keep to the grammar, as Ruby's Liquid says it. */
function problemOf(tag: string, written: string): string | undefined {
  if (!Object.hasOwn(grammar, tag)) return undefined;
  const { check, shown } = grammar[tag]!;
  try {
    check(written);
    return undefined;
  } catch (error) {
    if (!(error instanceof MarkupError)) throw error;
    return `${error.message} in "${shown(written).trim()}"`;
  }
}

/** Undefined if it means nothing. */
function markupOf(tag: string, written: string, keepsToGrammar: boolean): string | undefined {
  // Words after these mean nothing.
  if (/^(?:end\w+|else)$/.test(tag)) return keepLines(written, "");
  if (!Object.hasOwn(tags, tag)) return written;
  if (keepsToGrammar && isKeptAsWritten(tag, written))
    return written.includes("\\") ? escapeBackslashes(written) : written;
  const rewritten = tags[tag]!.rewrite(written);
  return rewritten === undefined ? undefined : keepLines(written, rewritten);
}

/** Whether LiquidJS understands what keeps to Ruby's grammar: it knows no `<>`, no value of nothing, and no names with dots. */
function isKeptAsWritten(tag: string, written: string): boolean {
  if (!Object.hasOwn(grammar, tag) || written.includes("<>") || written.trim() === "") return false;
  return tag !== "assign" || /^\s*[\w-]+\s*=\s*\S/.test(written);
}

const escapeBackslashes = (markup: string): string => markup.replaceAll("\\", "\\\\");

/** Errors are told with the line of the file. */
function keepLines(before: string, after: string): string {
  const missing = lines(before) - lines(after);
  return ` ${after} ${"\n".repeat(Math.max(0, missing))}`;
}

const lines = (text: string): number => text.split("\n").length;
