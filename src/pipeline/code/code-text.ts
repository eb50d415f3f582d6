import type { Element } from "hast";

/** A stretch of code of one colour. */
export interface CodePiece {
  readonly text: string;
  /** A class of the theme (`hljs-keyword`). */
  readonly className: string | undefined;
  /** A link, or a sign of meaning such as `<sup>`, that stands around this stretch. */
  readonly within: Element | undefined;
}

export interface CodeWriter {
  write(text: string, className: string | undefined, within: Element | undefined): void;
  /** Ends the line, unless nothing stands in it yet. */
  startLine(): void;
  /** Within a single line, line ends of the source are layout: they count as a blank, or as nothing beside brackets. */
  openLine(): void;
  closeLine(): void;
  /** Characters so far. */
  readonly length: number;
  /** Whether zero-width characters were left out. */
  readonly hadInvisibles: boolean;
  /** What was written so far, without blank lines at either end; the writer starts again. */
  take(): readonly CodePiece[];
}

// They come with text that was pasted out of web pages, and break code that is copied.
const invisible = /[\u200b\u2060\ufeff]/g;

/** Collects the text of a block of code, line by line. */
export function createCodeWriter(): CodeWriter {
  let pieces: CodePiece[] = [];
  let length = 0;
  let last = "\n";
  let linesOpen = 0;
  let softBreak = false;
  let hadInvisibles = false;

  function push(text: string, className: string | undefined, within: Element | undefined): void {
    if (text === "") return;
    pieces.push({ text, className: className || undefined, within });
    length += text.length;
    last = text.at(-1)!;
  }

  function writeInLine(text: string, className: string | undefined, within: Element | undefined): void {
    for (const [index, printed] of text.split(/[ \t]*\n[ \t\n]*/).entries()) {
      if (index > 0 && last !== "\n") softBreak = true;
      const part = withPlainSpaces(printed);
      if (part === "") continue;
      if (softBreak && needsBlank(last, part)) push(" ", undefined, undefined);
      softBreak = false;
      push(part, className, within);
    }
  }

  return {
    write(source, className, within) {
      const text = clean(source);
      if (linesOpen > 0 && text !== "\n") writeInLine(text, className, within);
      else push(withPlainSpaces(text), className, within);
    },
    startLine() {
      softBreak = false;
      if (last !== "\n") push("\n", undefined, undefined);
    },
    openLine() {
      linesOpen += 1;
    },
    closeLine() {
      linesOpen -= 1;
      softBreak = false;
    },
    get length() {
      return length;
    },
    get hadInvisibles() {
      return hadInvisibles;
    },
    take() {
      const taken = withoutBlankEnds(pieces);
      pieces = [];
      last = "\n";
      return taken;
    },
  };

  function clean(source: string): string {
    const text = source.includes("\r") ? source.replace(/\r\n?/g, "\n") : source;
    const visible = text.replace(invisible, "");
    if (visible.length < text.length) hadInvisibles = true;
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
