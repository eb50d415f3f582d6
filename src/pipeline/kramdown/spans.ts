import { decodeHTML } from "entities";
import { type Element, element } from "./element.js";
import { addText, type Parsing, parseSpans, type SpanParser } from "./parsing.js";
import { Scanner } from "./scanner.js";

/** `*emphasis*` and `**strong**`, with underscores, too. */
export const emphasis: SpanParser = {
  sign: "\\*|_",
  start: /\*\*?|__?/y,
  parse(parsing) {
    const { src, tree, stack } = parsing;
    const start = src.at;
    const marks = src.scan(/\*\*?|__?/y)!;
    const type = marks.length === 2 ? "strong" : "em";
    const isWithin = tree.type === type || stack.some((outer) => outer.type === type);
    const isInWord = marks[0] === "_" && /\p{L}-?\p{L}*$/u.test(src.text.slice(Math.max(0, start - 200), start));
    if (isInWord || /^\s/.test(src.text[src.at] ?? "") || isWithin) {
      addText(parsing, marks);
      return;
    }
    let found = readEmphasis(parsing, marks, type);
    if (!found && type === "strong" && tree.type !== "em") {
      src.at = start + 1;
      found = readEmphasis(parsing, marks[0]!, "em");
    }
    if (found) {
      tree.children.push(found);
      return;
    }
    src.at = start + marks.length;
    addText(parsing, marks);
  },
};

function readEmphasis(parsing: Parsing, marks: string, type: "em" | "strong"): Element | undefined {
  const { src } = parsing;
  const escaped = marks.replace(/\*/g, "\\*");
  const stop = new RegExp(escaped, "y");
  const doubled = new RegExp(`${escaped}${escaped}(?!${escaped})`, "y");
  const beforeWord = new RegExp(`${escaped}[\\p{L}\\p{N}]`, "uy");
  const made = element(type);
  const isStop = (): boolean =>
    !/\s/.test(src.text[src.at - 1] ?? "") &&
    (type !== "em" || !src.check(doubled)) &&
    (marks[0] !== "_" || !src.check(beforeWord)) &&
    made.children.length > 0;
  if (!parseSpans(parsing, made, stop, { isStop })) return undefined;
  src.scan(stop);
  return made;
}

/** `~~struck out~~`. */
export const strikethrough: SpanParser = {
  sign: "~~",
  start: /~~(?!\s|~)[\s\S]*?[^\s~]~~/y,
  parse(parsing) {
    const { src, tree } = parsing;
    const text = src.scan(this.start)!;
    const made = element("html", "del", { category: "span" });
    tree.children.push(made);
    parsing.src = new Scanner(text.slice(2, -2));
    parseSpans(parsing, made);
    parsing.src = src;
  },
};

const achars = "[\\p{L}\\p{N}\\-_.]";

/** `<https://example.org>` and `<somebody@example.org>`. */
export const autolink: SpanParser = {
  sign: "<",
  start: new RegExp(`<((mailto|https?|ftps?):.+?|${achars}+?@${achars}+?)>`, "uy"),
  parse(parsing) {
    const { src, tree } = parsing;
    src.scan(this.start);
    const [, address, scheme] = src.match!;
    const link = element("a", "", {}, { href: scheme === undefined ? `mailto:${address}` : address! });
    addText(parsing, address!.replace(/^mailto:/, ""), link);
    tree.children.push(link);
  },
};

export const footnoteMarker: SpanParser = {
  sign: "\\[",
  start: /\[\^(\w[\w-]*)\]/y,
  parse(parsing) {
    const { src, tree, footnotes } = parsing;
    const text = src.scan(this.start)!;
    const name = src.match![1]!;
    const footnote = footnotes.get(name);
    if (footnote) tree.children.push(element("footnote", "", { name, definition: footnote.definition }));
    else addText(parsing, text);
  },
};

export const inlineMath: SpanParser = {
  sign: "\\$",
  start: /\$\$([\s\S]*?)\$\$/y,
  parse({ src, tree }) {
    src.scan(this.start);
    tree.children.push(element("math", src.match![1]!.trim(), { category: "span" }));
  },
};

/** `&amp;`; an ampersand that begins no reference is text. */
export const entity: SpanParser = {
  sign: "&",
  start: /&([\w:][\w:.-]*);|&#(\d+);|&#x([0-9a-fA-F]+);/y,
  parse(parsing) {
    const { src, tree } = parsing;
    const original = src.scan(this.start)!;
    const character = decodeHTML(original);
    if (character !== original) tree.children.push(element("entity", character, { original }));
    else {
      tree.children.push(element("entity", "&", {}));
      addText(parsing, original.slice(1));
    }
  },
};

const symbols: Readonly<Record<string, string>> = {
  "---": "—",
  "--": "–",
  "...": "…",
  "<< ": "«\u00a0",
  " >>": "\u00a0»",
  "<<": "«",
  ">>": "»",
};

/** Dashes, dots and guillemets. */
export const typographicSymbol: SpanParser = {
  sign: "--|\\.\\.\\.|(?:\\\\| )?(?:<<|>>)",
  start: /---|--|\.\.\.|\\<<|\\>>|<< | >>|<<|>>/y,
  parse({ src, tree }) {
    const written = src.scan(this.start)!;
    if (!written.startsWith("\\")) {
      tree.children.push(element("symbol", symbols[written]!));
      return;
    }
    for (const character of written.slice(1)) tree.children.push(element("entity", character));
  },
};

/** Two blanks or two backslashes at the end of a line. */
export const lineBreak: SpanParser = {
  sign: "(?:  |\\\\\\\\)(?=\\n)",
  start: /(?: {2}|\\\\)(?=\n)/y,
  parse({ src, tree }) {
    src.scan(this.start);
    tree.children.push(element("br"));
  },
};

export const escapedCharacters = /\\([\\.*_+`<>()[\]{}#!:|"'$=\-~])/y;

export const escapedCharacter: SpanParser = {
  sign: "\\\\",
  start: escapedCharacters,
  parse(parsing) {
    parsing.src.scan(this.start);
    addText(parsing, parsing.src.match![1]!);
  },
};
