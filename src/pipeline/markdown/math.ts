import { isLikelyBetweenBrackets, isLikelyBetweenDoubles, isLikelyBetweenSingles } from "../math/tex-signs.js";
import { type Kept, keepInline, keepParagraph } from "./kept.js";

/*
 * Formulas are kept aside before Markdown eats their backslashes and makes their underscores emphasis. What is taken by
 * mistake in code is put back as it was.
 */

const environments = "equation|align|gather|multline|eqnarray|cases|array|[pbvB]?matrix";

/** In the order of trust: code is passed over, then each way to write a formula. Lengths are bounded to keep this linear. */
const formulas = new RegExp(
  [
    "(?<html><code(?:\\s[^<>]*)?>(?:(?!\\n[ \\t]*\\n|</code)[^\\ufdd2]){1,5000}?</code\\s*>)",
    "(?<code>(?<!`)(?<ticks>`+)(?!`)(?:(?!\\n[ \\t]*\\n)[^]){1,2000}?(?<!`)\\k<ticks>(?!`))",
    "^[ >\\t]*\\$\\$[ \\t]*\\n(?<block>(?:(?!\\$\\$)[^\\ufdd2]){1,10000}?)\\n[ >\\t]*\\$\\$[ \\t]*$",
    "(?<!\\\\)\\$\\$(?<double>(?:(?!\\n[ \\t]*\\n|\\$\\$)[^\\ufdd2]){1,5000}?)\\$\\$",
    "\\\\{1,2}\\[(?<square>(?:(?!\\n[ \\t]*\\n)[^\\ufdd2]){1,5000}?)\\\\{1,2}\\]",
    "\\\\{1,2}\\((?<round>(?:(?!\\n[ \\t]*\\n)[^\\ufdd2]){1,1000}?)\\\\{1,2}\\)",
    `(?<environment>\\\\begin\\{(?:${environments})\\*?\\}(?:(?!\\n[ \\t]*\\n)[^\\ufdd2]){1,10000}?\\\\end\\{(?:${environments})\\*?\\})`,
    "(?<![\\\\$\\w])\\$(?<single>(?! )(?:\\\\\\$|[^$\\n\\ufdd2]|\\n(?![ \\t]*\\n)){1,500}?)(?<![\\s\\\\])\\$(?![\\w$])",
  ].join("|"),
  "gm",
);

/** Keeps the formulas of a text aside; `wanted` is what the front matter says. */
export function keepFormulas(text: string, kept: Kept, wanted: boolean | undefined): string {
  if (!/\$|\\[([]|\\begin|<code/.test(text)) return text;
  return text.replace(formulas, (source: string, ...rest) => {
    const groups = rest.at(-1) as Record<string, string | undefined>;
    const { html, block, double, square, round, environment, single } = groups;
    if (html !== undefined) return keepInline(kept, { kind: "html", source });
    if (wanted === false) return source;
    if (block !== undefined) {
      // In a quotation the lines of a formula begin with its signs.
      const tex = /^[ \t]*>/.test(source) ? block.replace(/^[ \t]*>[ \t]?/gm, "") : block;
      const prefix = /^[ >\t]*/.exec(source)![0];
      const formula = { kind: "math", source: source.slice(prefix.length), tex: tex.trim(), display: true } as const;
      const place = keepParagraph(kept, formula);
      return prefix + (prefix.includes(">") ? place.replace(/\n/g, "\n>") : place);
    }
    const tex = double ?? square ?? round ?? environment ?? single;
    if (tex === undefined || tex.trim() === "") return source;
    const isFormula =
      double !== undefined
        ? isLikelyBetweenDoubles(tex, wanted)
        : single !== undefined
          ? isLikelyBetweenSingles(tex, wanted)
          : isLikelyBetweenBrackets(tex, wanted);
    if (!isFormula) return source;
    const display = square !== undefined || environment !== undefined;
    return keepInline(kept, { kind: "math", source, tex: tex.trim(), display });
  });
}
