import type { Formula } from "./formula.js";
import { isLikelyBetweenBrackets, isLikelyBetweenDoubles, isLikelyBetweenSingles } from "./tex-signs.js";

/** A formula in running text, with its signs, from `start` to `end`. */
export interface WrittenFormula extends Formula {
  readonly start: number;
  readonly end: number;
  /** The author said so; otherwise only what can be rendered is taken for one. */
  readonly sure: boolean;
}

const environments = "equation|align|gather|multline|eqnarray|alignat|flalign";

/** Lengths are bounded, and no part may run over its own sign, which keeps the search linear. */
const written = new RegExp(
  [
    "\\$latex\\s(?<wordpress>[^$]{1,1000})\\$",
    "(?<!\\\\)\\$\\$(?<double>[^$]{1,5000})\\$\\$",
    "(?<!\\\\)\\\\\\[(?<square>(?:[^\\\\]|\\\\(?![\\[\\]])[^]){1,5000}?)\\\\\\]",
    "(?<!\\\\)\\\\\\((?<round>(?:[^\\\\]|\\\\(?![()])[^]){1,1000}?)\\\\\\)",
    `(?<environment>\\\\begin\\{(?<name>(?:${environments})\\*?)\\}(?:(?!\\\\begin\\{\\k<name>\\})[^]){1,5000}?\\\\end\\{\\k<name>\\})`,
    "(?<![\\\\$\\w])\\$(?<single>(?!\\s)(?:\\\\\\$|[^$\\n]){1,300})(?<![\\s\\\\])\\$(?![\\w$])",
  ].join("|"),
  "g",
);

/** The formulas that a text writes out. `wanted` is what the author says of the whole post. */
export function findWrittenFormulas(text: string, wanted: boolean | undefined): WrittenFormula[] {
  if (wanted === false || !/\$|\\[([]|\\begin/.test(text)) return [];
  const found: WrittenFormula[] = [];
  for (const match of text.matchAll(written)) {
    const { wordpress, double, square, round, environment, single } = match.groups as Record<
      string,
      string | undefined
    >;
    const tex = wordpress ?? double ?? square ?? round ?? environment ?? single ?? "";
    if (tex.trim() === "") continue;
    const likely =
      wordpress !== undefined ||
      (double !== undefined && isLikelyBetweenDoubles(tex, wanted)) ||
      (single !== undefined && isSure(tex, wanted)) ||
      (single === undefined && double === undefined && isLikelyBetweenBrackets(tex, wanted));
    if (!likely) continue;
    const display = double !== undefined || square !== undefined || environment !== undefined;
    const sure = wordpress !== undefined || wanted === true;
    found.push({ tex: tex.trim(), display, sure, start: match.index, end: match.index + match[0].length });
  }
  return found;
}

/** Outside of Markdown few mean formulas by single dollars, and many mean variables and money. */
function isSure(tex: string, wanted: boolean | undefined): boolean {
  if (!isLikelyBetweenSingles(tex, wanted)) return false;
  return wanted === true || /\\[a-zA-Z]{2,}|[\^_]\{|\^\w|(?<![A-Za-z])[A-Za-z]_[A-Za-z0-9](?![A-Za-z])/.test(tex);
}
