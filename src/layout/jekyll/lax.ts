import { type Liquid, LiquidError, type Template } from "liquidjs";
import { dropBlankBlocks } from "./blank-blocks.js";
import { keepFloatLiterals } from "./float-literals.js";

/**
 * Parses a template, and if LiquidJS does not take it, once more with what Ruby's Liquid passes over taken out: arguments
 * without a colon, words after a value, after `else` or after an `end…`. Positions in messages stay those of the text.
 */
export function parseLax(liquid: Liquid, text: string, path: string): Template[] {
  const templates = parse(liquid, text, path);
  keepFloatLiterals(text, templates);
  dropBlankBlocks(templates);
  return templates;
}

function parse(liquid: Liquid, text: string, path: string): Template[] {
  const usual = text.includes(".[") ? withoutDotsBeforeBrackets(text) : text;
  try {
    return liquid.parse(usual, path);
  } catch (error) {
    const relaxed = relax(usual);
    if (!LiquidError.is(error) || relaxed === usual) throw error;
    return liquid.parse(relaxed, path);
  }
}

/** `site.data.tabs.[name]` is `site.data.tabs[name]` to Ruby; LiquidJS would leave out what the brackets name. */
function withoutDotsBeforeBrackets(text: string): string {
  return text.replace(piece, (whole: string, block: string | undefined) =>
    block === undefined ? whole.replace(quotedOrDot, (part) => (part === ".[" ? "[" : part)) : whole,
  );
}

const verbatim = /\{%-?\s*(raw|comment)\s*-?%\}[\s\S]*?\{%-?\s*end\1\s*-?%\}/;
const piece = new RegExp(`${verbatim.source}|\\{\\{[\\s\\S]*?\\}\\}|\\{%-?\\s*(\\w+)([\\s\\S]*?)-?%\\}`, "g");

const quotedOrDot = /"[^"]*"|'[^']*'|\.\[/g;

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
