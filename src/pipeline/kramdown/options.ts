import { isPlainHash } from "../../lib/ruby/inspect.js";

/** What `kramdown:` in the configuration can say. */
export interface KramdownOptions {
  readonly autoIds: boolean;
  readonly autoIdPrefix: string;
  /** Each line end is a break. */
  readonly hardWrap: boolean;
  readonly codeBlocks: CodeOptions;
  readonly codeSpans: CodeOptions;
  readonly tocLevels: ReadonlySet<number>;
  /** Added to the level of every heading. */
  readonly headerOffset: number;
  /** The number of the first footnote. */
  readonly firstFootnote: number;
  /** What leads back from a footnote, in HTML; empty for nothing. */
  readonly footnoteBacklink: string;
  readonly entityOutput: EntityOutput;
  readonly quotes: Quotes;
}

/** What `syntax_highlighter_opts` says of code. */
export interface CodeOptions {
  /** It is coloured as Rouge does. */
  readonly highlights: boolean;
  /** Plain text is marked as such. */
  readonly marksPlainText: boolean;
  /** The language of code that names none. */
  readonly usualLanguage: string;
  /** What Rouge's element around the code is called; undefined if there shall be none. */
  readonly wrapper: string | undefined;
  /** The first line's number where lines are numbered. */
  readonly numberedFrom: number | undefined;
}

/** How characters that were written as references, and typographic signs, are written. */
export type EntityOutput = "as_char" | "as_input" | "numeric" | "symbolic";
export type Quotes = Readonly<Record<"lsquo" | "rsquo" | "ldquo" | "rdquo", string>>;

/** `highlighter` is the key of that name in the configuration: anything but `rouge` colours nothing. */
export function kramdownOptions(written: unknown, highlighter: unknown = "rouge"): KramdownOptions {
  const options = isPlainHash(written) ? written : {};
  return {
    autoIds: options.auto_ids !== false,
    autoIdPrefix: String(options.auto_id_prefix ?? ""),
    hardWrap: options.hard_wrap === true,
    codeBlocks: codeOptions(options, "block", highlighter),
    codeSpans: codeOptions(options, "span", highlighter),
    tocLevels: levelsOf(options.toc_levels),
    headerOffset: Number(options.header_offset ?? 0) || 0,
    firstFootnote: Number(options.footnote_nr ?? 1) || 1,
    footnoteBacklink: String(options.footnote_backlink ?? "&#8617;"),
    entityOutput: entityOutputs.find((output) => output === options.entity_output) ?? "as_char",
    quotes: quotesOf(options.smart_quotes),
  };
}

const entityOutputs: readonly EntityOutput[] = ["as_char", "as_input", "numeric", "symbolic"];

const signs: Readonly<Record<string, string>> = {
  apos: "'",
  quot: '"',
  lsquo: "‘",
  rsquo: "’",
  ldquo: "“",
  rdquo: "”",
  sbquo: "‚",
  bdquo: "„",
  lsaquo: "‹",
  rsaquo: "›",
  laquo: "«",
  raquo: "»",
};

/** Names or numbers of four characters, in a list or with commas between; what is unknown stays the usual sign. */
function quotesOf(written: unknown): Quotes {
  const names = Array.isArray(written) ? written.map(String) : String(written ?? "").split(",");
  const sign = (index: number, usual: string): string => {
    const name = names[index]?.trim() ?? "";
    return signs[name] ?? (/^\d+$/.test(name) ? String.fromCodePoint(Number(name)) : signs[usual]!);
  };
  return { lsquo: sign(0, "lsquo"), rsquo: sign(1, "rsquo"), ldquo: sign(2, "ldquo"), rdquo: sign(3, "rdquo") };
}

/** What is said for one kind of code wins over what is said for all. */
function codeOptions(options: Record<string, unknown>, kind: "block" | "span", highlighter: unknown): CodeOptions {
  const all = isPlainHash(options.syntax_highlighter_opts) ? options.syntax_highlighter_opts : {};
  const said = { ...all, ...(isPlainHash(all[kind]) ? all[kind] : {}) };
  const isWrapped = kind === "block" && said.wrap !== false;
  return {
    highlights: (options.syntax_highlighter || highlighter) === "rouge" && !said.disable,
    marksPlainText: options.guess_lang !== false,
    usualLanguage: String(said.default_lang ?? "plaintext"),
    wrapper: isWrapped ? String(said.css_class ?? "highlight") : undefined,
    numberedFrom: said.line_numbers ? Number(said.start_line ?? 1) || 1 : undefined,
  };
}

/** `1..3`, `1,2` or a list. */
function levelsOf(written: unknown): ReadonlySet<number> {
  if (Array.isArray(written)) return new Set(written.map(Number));
  const range = /^(\d)\.\.(\d)$/.exec(String(written ?? "1..6"));
  if (!range) return new Set(String(written).split(",").map(Number));
  const [first, last] = [Number(range[1]), Number(range[2])];
  return new Set(Array.from({ length: last - first + 1 }, (_, index) => first + index));
}
