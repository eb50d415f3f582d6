import { readNames, readText } from "./text.js";
import { isList, type Value } from "./value.js";

/**
 * The names in `tags` or `categories`. A list is taken item by item; a text is split at its commas, or at its spaces if it is
 * plain ASCII, as Jekyll does. `#tag` loses its mark; names that mean "none" (in lower case) are dropped.
 */
export function readTerms(value: Value, none: ReadonlySet<string>): readonly string[] {
  return clean(isList(value) ? readNames(value) : splitTerms(readText(value) ?? ""), none);
}

/** The names in `tag` or `category`: a text is one name, whatever is in it, unless it has commas. */
export function readTerm(value: Value, none: ReadonlySet<string>): readonly string[] {
  return clean(isList(value) ? readNames(value) : splitAtCommas(readText(value) ?? ""), none);
}

/** The words in `keywords`. */
export function readKeywords(value: Value): readonly string[] {
  const names = isList(value) ? readNames(value) : (readText(value) ?? "").split(/[,，、;；|]/);
  return clean(names, new Set());
}

function splitTerms(text: string): readonly string[] {
  if (/[,，、]/.test(text)) return splitAtCommas(text);
  return /^[\0-\x7f]*$/.test(text) ? text.split(/\s+/) : [text];
}

function splitAtCommas(text: string): readonly string[] {
  return text.split(/[,，、]/);
}

function clean(names: readonly string[], none: ReadonlySet<string>): readonly string[] {
  const cleaned = new Set<string>();
  for (const written of names) {
    const name = written.trim().replace(/^#+(?=[^#\s])/, "");
    if (name !== "" && !none.has(name.toLowerCase())) cleaned.add(name);
  }
  return [...cleaned];
}
