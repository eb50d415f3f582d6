import { type Liquid, LiquidError, type Template } from "liquidjs";

/**
 * Parses a template, and if LiquidJS does not take it, once more with what Ruby's Liquid passes over taken out: arguments
 * without a colon, words after a value, after `else` or after an `end…`. Positions in messages stay those of the text.
 */
export function parseLax(liquid: Liquid, text: string, path: string): Template[] {
  try {
    return liquid.parse(text, path);
  } catch (error) {
    const relaxed = relax(text);
    if (!LiquidError.is(error) || relaxed === text) throw error;
    return liquid.parse(relaxed, path);
  }
}

const verbatim = /\{%-?\s*(raw|comment)\s*-?%\}[\s\S]*?\{%-?\s*end\1\s*-?%\}/;
const piece = new RegExp(`${verbatim.source}|\\{\\{[\\s\\S]*?\\}\\}|\\{%-?\\s*(\\w+)([\\s\\S]*?)-?%\\}`, "g");

function relax(text: string): string {
  return text.replace(piece, (whole: string, block: string | undefined, tag: string | undefined) => {
    if (block !== undefined) return whole;
    if (tag === undefined) return relaxValue(whole);
    if (/^(?:end\w+|else)$/.test(tag))
      return whole.replace(/^(\{%-?\s*\w+)(.*?)(-?%\})$/s, (_, head, rest, end) => head + blank(rest) + end);
    return tag === "assign" || tag === "echo" ? relaxValue(whole) : whole;
  });
}

const quoted = `"[^"]*"|'[^']*'`;

function relaxValue(output: string): string {
  const filterWithoutColon = new RegExp(
    `(\\|\\s*\\w+)(\\s+(?:${quoted}|[^\\s|:}%'"]+)(?:\\s*,\\s*(?:${quoted}|[^\\s|:,}%]+))*)(?=\\s*(?:\\||-?[}%]))`,
    "g",
  );
  const secondValue = new RegExp(
    `^(\\{\\{-?\\s*(?:${quoted}|[\\w.\\[\\]-]+))(\\s+(?:${quoted}|[^\\s|}]+))+(?=\\s*(?:\\||-?\\}))`,
  );
  return output
    .replace(filterWithoutColon, (_, filter: string, rest: string) => filter + blank(rest))
    .replace(secondValue, (whole: string, value: string) => value + blank(whole.slice(value.length)))
    .replace(/,(\s*-?\}\})$/, " $1");
}

/** The same length, and the lines stay. */
const blank = (text: string): string => text.replace(/[^\n]/g, " ");
