import type { DefaultTreeAdapterTypes } from "parse5";

export type Node = DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.ParentNode;
export type Parent = DefaultTreeAdapterTypes.ParentNode;
export type Element = DefaultTreeAdapterTypes.Element;

/** What a reader gets from one text: the same form for a post's source and for its built page. */
export interface Reading {
  /** Visible text with code and TeX; blocks end with `\n`. */
  readonly text: string;
  /** Visible text without code and TeX (each is one U+FFFC), white space as written, blocks end with U+2029. */
  readonly prose: string;
  readonly codeBlocks: readonly CodeBlock[];
  readonly images: readonly Image[];
  readonly links: readonly Link[];
  /** One key for each cell of a data table: text and spans. */
  readonly cells: readonly string[];
  readonly headerCells: readonly string[];
  readonly listEntries: readonly string[];
  /** Numbers with which ordered lists begin, where that is not 1, and `value`s of entries. */
  readonly listStarts: readonly string[];
  readonly headings: readonly string[];
  readonly formulas: readonly Formula[];
  readonly embeds: readonly string[];
  readonly quotes: readonly string[];
  readonly checkboxes: readonly string[];
  /** Characters under each kind of inline markup. */
  readonly inline: Readonly<Record<InlineKind, number>>;
}

export interface CodeBlock {
  readonly lines: readonly string[];
  /** What may be the exporter's own where elements break the lines, not the author's. */
  readonly loose: "no" | "blank lines" | "indentation" | "all blanks";
}

export interface Image {
  /** The URL that is shown and those that a lazy loader would have used, in the order of trust. */
  readonly urls: readonly string[];
  readonly alt: string;
  /** A smiley or emoji: its alt text will do. */
  readonly symbol: boolean;
}

export interface Link {
  readonly href: string;
  readonly text: string;
}

export interface Formula {
  readonly tex: string;
  /** It is MathML, and not only its TeX. */
  readonly rendered?: boolean;
  /** The picture of the formula, where it is one. */
  readonly image?: string;
}

export type InlineKind = "strong" | "emphasis" | "deleted" | "superscript" | "subscript" | "code";

/** How much of one kind the source has, and how much of it the page has not. */
export interface Kept {
  readonly source: number;
  readonly lost: number;
}

export interface Sample {
  /** Figure or fault that the sample belongs to. */
  readonly kind: string;
  readonly sample: string;
}

/** What the comparison of one post with its page has found. */
export interface Findings {
  /** Characters without white space: `gained` are those of the page that the source has not. */
  readonly text: Kept & { readonly gained: number };
  /** By figure: code, images, links, cells … */
  readonly figures: Readonly<Record<string, Kept>>;
  /** By fault of the page: leftovers, dangling links, false spaces, rules that its HTML breaks. */
  readonly faults: Readonly<Record<string, number>>;
  readonly samples: readonly Sample[];
}
