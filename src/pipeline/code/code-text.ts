import type { Element } from "hast";

/** A stretch of code of one colour. */
export interface CodePiece {
  readonly text: string;
  /** A class of the theme (`hljs-keyword`). */
  readonly className: string | undefined;
  /** A link, or a sign of meaning such as `<sup>`, that stands around this stretch. */
  readonly within: Element | undefined;
}

// They come with text that was pasted out of web pages, and break code that is copied.
const invisible = /[\u200b\u2060\ufeff]/g;

/** Collects the text of a block of code, line by line. */
export class CodeWriter {
  #pieces: CodePiece[] = [];
  #length = 0;
  #last = "\n";
  #linesOpen = 0;
  #softBreak = false;
  #hadInvisibles = false;

  write(source: string, className: string | undefined, within: Element | undefined): void {
    const text = this.#clean(source);
    if (this.#linesOpen > 0 && text !== "\n") this.#writeInLine(text, className, within);
    else this.#push(withPlainSpaces(text), className, within);
  }

  /** Ends the line, unless nothing stands in it yet. */
  startLine(): void {
    this.#softBreak = false;
    if (this.#last !== "\n") this.#push("\n", undefined, undefined);
  }

  /** Within a single line, line ends of the source are layout: they count as a blank, or as nothing beside brackets. */
  openLine(): void {
    this.#linesOpen += 1;
  }

  closeLine(): void {
    this.#linesOpen -= 1;
    this.#softBreak = false;
  }

  /** Characters so far. */
  get length(): number {
    return this.#length;
  }

  /** Whether zero-width characters were left out. */
  get hadInvisibles(): boolean {
    return this.#hadInvisibles;
  }

  /** What was written so far, without blank lines at either end; the writer starts again. */
  take(): readonly CodePiece[] {
    const taken = withoutBlankEnds(this.#pieces);
    this.#pieces = [];
    this.#last = "\n";
    return taken;
  }

  #writeInLine(text: string, className: string | undefined, within: Element | undefined): void {
    for (const [index, printed] of text.split(/[ \t]*\n[ \t\n]*/).entries()) {
      if (index > 0 && this.#last !== "\n") this.#softBreak = true;
      const part = withPlainSpaces(printed);
      if (part === "") continue;
      if (this.#softBreak && needsBlank(this.#last, part)) this.#push(" ", undefined, undefined);
      this.#softBreak = false;
      this.#push(part, className, within);
    }
  }

  #push(text: string, className: string | undefined, within: Element | undefined): void {
    if (text === "") return;
    this.#pieces.push({ text, className: className || undefined, within });
    this.#length += text.length;
    this.#last = text.at(-1)!;
  }

  #clean(source: string): string {
    const text = source.includes("\r") ? source.replace(/\r\n?/g, "\n") : source;
    const visible = text.replace(invisible, "");
    if (visible.length < text.length) this.#hadInvisibles = true;
    return visible;
  }
}

/** Hard spaces are the author's own in code, unlike what a pretty-printer puts before a line. */
function withPlainSpaces(text: string): string {
  return text.includes("\u00a0") ? text.replace(/\u00a0/g, " ") : text;
}

function needsBlank(before: string, after: string): boolean {
  return !/[\s([{.!~@$]/.test(before) && !/^[\s)\]},;.:(]/.test(after);
}

export function codeText(pieces: readonly CodePiece[]): string {
  let text = "";
  for (const piece of pieces) text += piece.text;
  return text;
}

/** Blank lines at the ends go, the indentation of the first line stays. */
function withoutBlankEnds(pieces: readonly CodePiece[]): readonly CodePiece[] {
  const text = codeText(pieces);
  const start = /^(?:[ \t]*\n)*/.exec(text)![0].length;
  const end = text.trimEnd().length;
  if (start === 0 && end === text.length) return pieces;
  const kept: CodePiece[] = [];
  let offset = 0;
  for (const piece of pieces) {
    const part = piece.text.slice(Math.max(0, start - offset), Math.max(0, end - offset));
    offset += piece.text.length;
    if (part) kept.push({ ...piece, text: part });
  }
  return kept;
}
