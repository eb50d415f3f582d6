/** A value that is printed, whose name is `{{`, or a tag. */
export interface Piece {
  readonly name: string;
  /** Offsets of the whole piece, and of what stands between its name and its end. */
  readonly begin: number;
  readonly end: number;
  readonly markup: { readonly begin: number; readonly end: number };
  /** Whether it has its end; else it is the last one, and its own end is where Ruby's Liquid gives up. */
  readonly isClosed: boolean;
}

const head = /\{\{-?|\{%-?\s*(\w*)/y;

/**
 * The pieces of a template in their order, cut where Ruby does: a tag ends with the next `%}` and a value with the next brace,
 * be it within quotes. What stands in `raw` is not looked into, nor what comes behind something that is never closed.
 */
export function* piecesOf(text: string): Generator<Piece> {
  const opening = /\{[{%]/g;
  for (let open = opening.exec(text); open; open = opening.exec(text)) {
    const piece = pieceAt(text, open.index);
    yield piece;
    if (!piece.isClosed) return;
    opening.lastIndex = piece.name === "raw" ? endOfRaw(text, piece) : piece.end;
  }
}

function pieceAt(text: string, begin: number): Piece {
  head.lastIndex = begin;
  const [start, name = "{{"] = head.exec(text)!;
  const close = text.indexOf(name === "{{" ? "}" : "%}", begin + 2);
  if (close < 0 || (name === "{{" && text[close + 1] !== "}")) {
    const end = close < 0 ? begin + 2 : close + 1;
    return { name, begin, end, markup: { begin: end, end }, isClosed: false };
  }
  const markupBegin = Math.min(begin + start.length, close);
  const markupEnd = text[close - 1] === "-" && close > markupBegin ? close - 1 : close;
  return { name, begin, end: close + 2, markup: { begin: markupBegin, end: markupEnd }, isClosed: true };
}

/** Where `{% endraw` begins, or the end of the text; `{%- endraw` is text. */
function endOfRaw(text: string, { end }: Piece): number {
  const closing = /\{%\s*endraw(?!\w)/g;
  closing.lastIndex = end;
  return closing.exec(text)?.index ?? text.length;
}
