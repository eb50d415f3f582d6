import { toValue } from "liquidjs";
import { inspect } from "../../../lib/ruby/inspect.js";
import { slugify } from "../../../model/jekyll/slugify.js";
import type { Message } from "../../../model/message.js";
import { Range } from "../../direct/range.js";
import { HashDrop } from "../drops/hash-drop.js";
import { prettyJson, printed, rubyText, toJson } from "../values.js";
import type { World } from "../world.js";
import type { Filters } from "./urls.js";

/** Filters on texts, and those that make texts of other things. */
export function textFilters(world: World): Filters {
  return {
    markdownify: (value: unknown) => world.markdown(printed(value)),
    smartify: (value: unknown) => world.smartQuotes(printed(value)),
    sassify: (value: unknown) => world.sass(printed(value), "indented"),
    scssify: (value: unknown) => world.sass(printed(value), "scss"),
    slugify: (value: unknown, mode?: unknown) => {
      if ((value ?? null) === null) return undefined;
      const slug = slugify(printed(value), mode === undefined ? "default" : printed(mode));
      if (slug === "") world.report(emptySlug(printed(value)));
      return slug;
    },
    escape: (value: unknown) => ((value ?? null) === null ? undefined : escapeHtml(printed(value))),
    h: (value: unknown) => escapeHtml(printed(value)),
    escape_once: (value: unknown) => escapeOnce(printed(value)),
    xml_escape: (value: unknown) => escapeAttribute(printed(value)),
    jsonify: (value: unknown) => toJson(value),
    inspect: (value: unknown) => escapeAttribute(inspected(value)),
    capitalize: (value: unknown) => {
      const text = printed(value);
      return text.slice(0, 1).toUpperCase() + text.slice(1).toLowerCase();
    },
    append: (value: unknown, end: unknown) => rubyText(value) + rubyText(end),
    prepend: (value: unknown, start: unknown) => rubyText(start) + rubyText(value),
    strip_html: (value: unknown) => stripHtml(printed(value)),
    split: (value: unknown, separator: unknown) => splitAsRuby(printed(value), printed(separator)),
    truncatewords: (value: unknown, count: unknown = 15, end: unknown = "...") =>
      truncateWords(printed(value), Math.max(1, Math.trunc(Number(printed(count))) || 0), printed(end)),
    number_of_words: (value: unknown, mode?: unknown) => wordCount(printed(value), mode),
    normalize_whitespace: (value: unknown) => normalizeWhitespace(printed(value)),
  };
}

function emptySlug(text: string): Message {
  return {
    severity: "warning",
    ruleId: "empty-slug",
    reason: `Warning: Empty \`slug\` generated for '${text}'.`,
  };
}

function inspected(value: unknown): string {
  if (value instanceof HashDrop) return prettyJson(toJson(value));
  return value instanceof Range ? printed(value) : inspect(toValue(value));
}

/** What Ruby takes for a blank, where JavaScript takes others of Unicode's as well. */
const blanks = /[ \t\n\v\f\r]+/;

/** A space stands for any run of blanks, those in front are nothing, and empty parts at the end are left out. */
function splitAsRuby(text: string, separator: string): string[] {
  const parts = separator === " " ? text.trimStart().split(/\s+/) : text.split(separator);
  while (parts.at(-1) === "") parts.pop();
  return parts;
}

/** A text of few enough words keeps its blanks; blanks at its end count as a word. */
function truncateWords(text: string, count: number, end: string): string {
  const words = text.trimStart().split(/\s+/);
  return words.length <= count ? text : words.slice(0, count).join(" ") + end;
}

const references: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** As Ruby's CGI writes it. */
function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => references[character]!);
}

/** Character references that are there already stay as they are. */
export function escapeOnce(text: string): string {
  return escapeHtml(text).replace(/&amp;(#?\w+;)/g, "&$1");
}

export function stripHtml(html: string): string {
  return html.replace(/<script.*?<\/script>|<!--.*?-->|<style.*?<\/style>/gis, "").replace(/<.*?>/gs, "");
}

export const normalizeWhitespace = (text: string): string =>
  text.replace(new RegExp(blanks, "g"), " ").replace(/^ | $/g, "");

/** As Ruby 3 writes an attribute. */
export function escapeAttribute(text: string): string {
  return text.replace(/[&<>"']/g, (character) => (character === "'" ? "&apos;" : references[character]!));
}

function wordCount(text: string, mode: unknown): number {
  const words = text.split(blanks).filter(Boolean).length;
  if (mode !== "cjk" && mode !== "auto") return words;
  const cjk = text.match(/[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}\p{Script=Hangul}]/gu)?.length ?? 0;
  const others =
    text.match(/[^\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}\p{Script=Hangul}\s]+/gu)?.length ?? 0;
  return mode === "auto" && cjk === 0 ? words : cjk + others;
}
