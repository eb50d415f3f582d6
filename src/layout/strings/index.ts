import { remembering } from "../../lib/remembering.js";
import { en, type Strings } from "./en.js";
import { zhCn } from "./zh-cn.js";

/** Interface languages by lower-case tag. */
const languages: Readonly<Record<string, Strings>> = { en, zh: zhCn, "zh-cn": zhCn };

/**
 * The theme's text for a key in a language: the exact one, else its primary language, else English. A key that does not
 * exist is its own text. `{name}` is replaced by the parameter, and `count: 1` takes the singular.
 */
export function interfaceText(lang: string, key: string, parameters: Readonly<Record<string, unknown>> = {}): string {
  const strings: Readonly<Record<string, string>> = stringsFor(lang.toLowerCase());
  const text = (Number(parameters.count) === 1 ? strings[`${key}_one`] : undefined) ?? strings[key] ?? key;
  const pieces = piecesOf(text);
  let filled = pieces[0]!;
  for (let at = 1; at < pieces.length; at += 2)
    filled += String(parameters[pieces[at]!] ?? `{${pieces[at]}}`) + pieces[at + 1];
  return filled;
}

/** Text and names of parameters, by turns. */
const piecesOf = remembering(500, (text) => text.split(/\{(\w+)\}/));

function stringsFor(tag: string): Strings {
  return languages[tag] ?? languages[tag.split("-")[0]!] ?? en;
}
