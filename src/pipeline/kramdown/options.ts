import { isPlainHash } from "../../lib/ruby/inspect.js";

/** What `kramdown:` in the configuration can say. */
export interface KramdownOptions {
  readonly autoIds: boolean;
  readonly autoIdPrefix: string;
  /** Each line end is a break. */
  readonly hardWrap: boolean;
  /** Code without a language is marked as plain text. */
  readonly guessLanguage: boolean;
  readonly tocLevels: ReadonlySet<number>;
}

export function kramdownOptions(written: unknown): KramdownOptions {
  const options = isPlainHash(written) ? written : {};
  return {
    autoIds: options.auto_ids !== false,
    autoIdPrefix: String(options.auto_id_prefix ?? ""),
    hardWrap: options.hard_wrap === true,
    guessLanguage: options.guess_lang !== false,
    tocLevels: levelsOf(options.toc_levels),
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
