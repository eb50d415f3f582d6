import { filters as liquidFilters } from "liquidjs";
import { escapeHtml } from "../../lib/escape.js";
import { drawCover } from "../draw-cover.js";
import { HtmlDrop } from "../html-drop.js";
import type { FilterHandler } from "./filter.js";

const builtIn = liquidFilters as Readonly<Record<string, FilterHandler>>;

/** Filters whose result is HTML, so that it is not escaped (again) when it is printed. */
export function htmlFilters(markdown?: (text: string) => string): Readonly<Record<string, FilterHandler>> {
  return {
    escape: (value: unknown) => new HtmlDrop(escapeHtml(toText(value))),
    xml_escape: (value: unknown) => new HtmlDrop(escapeHtml(toText(value))),
    escape_once: (value: unknown) => new HtmlDrop(escapeOnce(toText(value))),
    newline_to_br: newlineToBr,
    jsonify: (value: unknown) => new HtmlDrop(scriptJson(value)),
    json: (value: unknown) => new HtmlDrop(scriptJson(value)),
    default: keepingDefault,
    drawn_cover: (title: unknown) => new HtmlDrop(drawCover(toText(title))),
    ...(markdown && { markdownify: (value: unknown) => new HtmlDrop(markdown(toText(value))) }),
  };
}

/** `strip_html` gives text, which will be escaped: so the references in the HTML have to become characters. */
export const stripToText: FilterHandler = function (value: unknown) {
  return decodeReferences(builtIn.strip_html!.call(this, value));
};

/** JSON that cannot end the script element or the comment it stands in. In an attribute, put `| escape` after it. */
export function scriptJson(value: unknown): string {
  const json = JSON.stringify(value) ?? "null";
  return /[<\u2028\u2029]/.test(json) ? json.replace(/[<\u2028\u2029]/g, escapeUnit) : json;
}

function escapeUnit(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/** LiquidJS's `default` turns a drop into its text, which would then be escaped. */
const keepingDefault: FilterHandler = function (value: unknown, ...rest: unknown[]) {
  if (value instanceof HtmlDrop && value.html !== "") return value;
  return builtIn.default!.call(this, value, ...rest);
};

function newlineToBr(value: unknown): HtmlDrop {
  const html = value instanceof HtmlDrop ? value.html : escapeHtml(toText(value));
  return new HtmlDrop(html.replace(/\r?\n/g, "<br>\n"));
}

function escapeOnce(text: string): string {
  return escapeHtml(text).replace(/&amp;(#\d+|#x[\da-f]+|[a-z][a-z\d]*);/gi, "&$1;");
}

/** The references that our own printer writes. */
const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00a0" };

function decodeReferences(html: string): string {
  return html.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));/gi, (whole, decimal, hexadecimal, name) => {
    if (name !== undefined) return named[name] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hexadecimal, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

function toText(value: unknown): string {
  if (value === undefined || value === null) return "";
  return Array.isArray(value) ? value.map(toText).join("") : String(value);
}
