import { ParseError, Token, TokenKind } from "liquidjs";
import { TagError } from "../errors.js";
import { grammar } from "./grammar.js";
import { type Piece, piecesOf } from "./pieces.js";
import { tags } from "./tags.js";

/**
 * A template in LiquidJS's grammar. Ruby's Liquid reads what does not keep to its own in a lax mode, in which most of what is
 * written wrong means something; that meaning is written out here. Lines stay lines. Throws a `ParseError` for what means
 * nothing.
 */
export function rewriteLax(text: string, path: string): string {
  let rewritten = "";
  let kept = 0;
  for (const piece of piecesOf(text)) {
    const { begin, end } = piece.markup;
    const markup = markupOf(piece.name, text.slice(begin, end));
    if (markup === undefined) throw syntaxError(piece, text, path);
    rewritten += text.slice(kept, begin) + markup;
    kept = end;
  }
  return rewritten + text.slice(kept);
}

function syntaxError({ name, begin, end }: Piece, text: string, path: string): ParseError {
  const reason = `Liquid syntax error: Syntax Error in ${tags[name]?.valid}`;
  return new ParseError(new TagError(reason), new PieceToken(TokenKind.Tag, text, begin, end, path));
}

class PieceToken extends Token {}

/** Undefined if it means nothing. */
function markupOf(tag: string, written: string): string | undefined {
  // Words after these mean nothing.
  if (/^(?:end\w+|else)$/.test(tag)) return keepLines(written, "");
  if (!Object.hasOwn(grammar, tag)) return written;
  if (grammar[tag]!.test(written)) return written.includes("\\") ? escapeBackslashes(written) : written;
  const rewritten = tags[tag]!.rewrite(written);
  return rewritten === undefined ? undefined : keepLines(written, rewritten);
}

const escapeBackslashes = (markup: string): string => markup.replaceAll("\\", "\\\\");

/** Errors are told with the line of the file. */
function keepLines(before: string, after: string): string {
  const missing = lines(before) - lines(after);
  return ` ${after} ${"\n".repeat(Math.max(0, missing))}`;
}

const lines = (text: string): number => text.split("\n").length;
