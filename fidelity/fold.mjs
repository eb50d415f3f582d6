const NO_TEXT = /[\s\u200b\u2060\ufeff\u00ad\u200e\u200f\ufffc\u0000-\u001f\u007f-\u009f]/g;

/** Text without white space, zero-width and control characters: what a comparison of texts looks at. @param {string} text */
export function fold(text) {
  return text.replace(NO_TEXT, "");
}

/**
 * Folds what two readings of the same Markdown may disagree on without a loss: typographic quotes and dashes, Liquid, and (where
 * formulas are) the marks of TeX.
 * @param {string} text @param {{ readonly liquid: boolean, readonly markdown: boolean, readonly maths: boolean }} custom
 */
export function foldBy(text, custom) {
  let folded = text;
  if (custom.liquid) folded = folded.replace(/\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}|<%[\s\S]*?%>|&lt;%[\s\S]*?%&gt;/g, "");
  folded = fold(folded);
  if (custom.markdown) {
    folded = folded
      .replace(/[‘’]/g, "'")
      .replace(/[“”]/g, '"')
      .replace(/…/g, "...")
      .replace(/—|---/g, "--")
      .replace(/–/g, "--")
      // Whether two asterisks beside Chinese are emphasis is a matter of the parser.
      .replace(/\*\*|__/g, "");
  }
  if (custom.maths) folded = folded.replace(/[$\\()[\]{}_*]/g, "");
  return folded;
}

/** How often each value occurs. @template T @param {Iterable<T>} values @returns {Map<T, number>} */
export function countValues(values) {
  const counts = new Map();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** The values of the first list that the second one has not, each counted as often as it occurs. @param {Iterable<string>} from @param {Iterable<string>} others */
export function missingFrom(from, others) {
  const counts = countValues(others);
  /** @type {string[]} */
  const missing = [];
  for (const value of from) {
    const left = counts.get(value) ?? 0;
    if (left > 0) counts.set(value, left - 1);
    else missing.push(value);
  }
  return missing;
}
