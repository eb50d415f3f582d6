/** A change of one line of a source file. */
export interface LineEdit {
  /** 1-based line of the file as it was; a new line goes in front of it. */
  readonly line: number;
  /** Undefined for a new line. */
  readonly before?: string;
  /** Undefined for a line that goes. */
  readonly after?: string;
}

/** What was mended in one file. */
export interface MendedFile {
  /** Relative to the site's source. */
  readonly path: string;
  readonly edits: readonly LineEdit[];
}
