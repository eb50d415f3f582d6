import type { BodyKind } from "../model/document.js";
import type { FrontMatter } from "../model/front-matter.js";
import type { Change } from "../model/post.js";
import { isBlockTag, isCodeTag, meaningOfBlock } from "./jekyll-tags/blocks.js";
import { endOfCode, interestingIn } from "./jekyll-tags/code-regions.js";
import { meaningOf, meaningOfInclude } from "./jekyll-tags/embeds.js";
import { addressOf } from "./jekyll-tags/outputs.js";
import { pageValueOf } from "./jekyll-tags/page-values.js";
import { endOfShortcode, shortcodeAt } from "./jekyll-tags/shortcodes.js";
import { createFind, type Find, type FoundText } from "./text-search.js";

/** Called for each tag that was taken out or replaced. */
export type RecordTag = (rule: string, action: Change["action"], sample: string) => void;

const tag = /\{%-?\s*([a-zA-Z_][\w-]*)((?:[^%]|%(?!\})){0,3000}?)-?%\}/y;
const output = /\{\{-?((?:[^{}]|\}(?!\})){1,500}?)-?\}\}/y;
const rawTag = /\{%-?\s*(?:end)?raw\s*-?%\}/g;
const rawLine = /(?<=\n)[ \t]*\{%-?\s*(?:end)?raw\s*-?%\}[ \t]*\n/g;

interface Source {
  readonly body: string;
  readonly kind: BodyKind;
  readonly find: Find;
  readonly record: RecordTag;
  readonly frontMatter: FrontMatter | undefined;
  /** Boxes around this body. */
  readonly depth: number;
}

/** What stands in the place of a stretch of the body. */
interface Reading {
  readonly text: string;
  readonly end: number;
}

/**
 * Takes Liquid out of a body in which it is off, and says in HTML or Markdown what it meant: code, links, pictures and
 * embeds stay, control tags go and leave what is between them. Values of the post's own front matter are filled in. Code stays
 * literally as it is.
 */
export function withoutJekyllTags(body: string, kind: BodyKind, record: RecordTag, frontMatter?: FrontMatter): string {
  return withoutTags(body, kind, record, frontMatter, 0);
}

function withoutTags(
  body: string,
  kind: BodyKind,
  record: RecordTag,
  frontMatter: FrontMatter | undefined,
  depth: number,
): string {
  if (!/\{%|\{\{/.test(body)) return body;
  const source: Source = { body, kind, find: createFind(body), record, frontMatter, depth };
  const interesting = interestingIn(kind);
  let written = "";
  let from = 0;
  // A text that grows must not be read at each tag.
  let tail = "";
  const write = (text: string): void => {
    written += text;
    tail = (tail + text.slice(-60)).slice(-60);
  };
  for (let match = interesting.exec(body); match; match = interesting.exec(body)) {
    write(body.slice(from, match.index));
    const reading = readAt(source, match, tail) ?? { text: match[0], end: match.index + match[0].length };
    write(reading.text);
    from = reading.end;
    interesting.lastIndex = from;
  }
  return written + body.slice(from);
}

function readAt(source: Source, match: RegExpExecArray, before: string): Reading | undefined {
  if (match.groups!.tag) return readTag(source, match.index, before);
  if (!match.groups!.output) return readCode(source, match);
  const third = source.body[match.index + 2];
  if (third === "<" || third === "%") return readShortcode(source, match.index, before);
  return readOutput(source, match.index, before);
}

/** Code loses nothing but the tags that kept Liquid out of it. */
function readCode({ body, find, record }: Source, match: RegExpExecArray): Reading | undefined {
  const end = endOfCode(body, match, find);
  if (end === undefined) return undefined;
  const code = body.slice(match.index, end);
  const tags = code.match(rawTag) ?? [];
  if (tags.length === 0 || tags.length % 2 === 1) return { text: code, end };
  record("{% raw %}", "unwrap", code);
  return { text: code.replace(rawLine, "").replace(rawTag, ""), end };
}

function readTag(source: Source, start: number, before: string): Reading | undefined {
  tag.lastIndex = start;
  const match = tag.exec(source.body);
  if (!match) return undefined;
  const name = match[1]!;
  const text = match[2]!;
  const end = tag.lastIndex;
  return readBlock(source, name, text, start, end) ?? readSingle(source, { name, text, whole: match[0], end, before });
}

/** A tag whose content is something else than what follows: code, a quotation, a comment. */
function readBlock(source: Source, name: string, text: string, start: number, from: number): Reading | undefined {
  if (name !== "raw" && name !== "comment" && !isBlockTag(name)) return undefined;
  const closing = endOfBlock(source, name, from);
  if (!closing) return undefined;
  const content = source.body.slice(from, closing.start);
  const rule = `{% ${name} %}`;
  if (name === "raw") {
    source.record(rule, "unwrap", content);
    return { text: content, end: closing.end };
  }
  if (name === "comment") {
    source.record(rule, "remove", content);
    return { text: lineEnds(content), end: closing.end };
  }
  source.record(rule, "replace", content);
  const { body, kind } = source;
  const read = readInner(source, name, content);
  return { text: meaningOfBlock({ name, text, content: read, kind, body, start, end: closing.end }), end: closing.end };
}

/** Blocks of the same name nest, but not as deep as to make a search of it. */
const MOST_NESTED = 20;

/** The end tag that answers. */
function endOfBlock({ find }: Source, name: string, from: number): FoundText | undefined {
  const ending = `\\{%-?\\s*end${name}\\s*-?%\\}`;
  let closing = find(ending, from);
  if (!closing || name === "raw" || name === "comment" || isCodeTag(name)) return closing;
  const first = closing;
  let inner = find(`\\{%-?\\s*${name}\\b`, from);
  for (let count = 0; inner && inner.start < closing.start && count < MOST_NESTED; count += 1) {
    closing = find(ending, closing.end);
    if (!closing) return first;
    inner = find(`\\{%-?\\s*${name}\\b`, inner.end);
  }
  return closing;
}

/** Tags in a box are tags. */
function readInner({ kind, record, frontMatter, depth }: Source, name: string, content: string): string {
  if (isCodeTag(name) || depth >= MOST_BOXES) return content;
  return withoutTags(content, kind, record, frontMatter, depth + 1);
}

/** Boxes in boxes whose inside is read. */
const MOST_BOXES = 6;

const control =
  /^(?:end\w*|if|unless|elsif|else|case|when|for|tablerow|break|continue|cycle|assign|capture|increment|decrement|liquid|render|layout|seo|feed_meta|ifchanged|include_relative|include_cached|raw|comment)$/;

interface Single {
  readonly name: string;
  readonly text: string;
  readonly whole: string;
  readonly end: number;
  readonly before: string;
}

function readSingle(source: Source, { name, text, whole, end, before }: Single): Reading {
  const given = withAddresses(text);
  const isInclude = name === "include";
  const meaning = isInclude ? meaningOfInclude(given) : control.test(name) ? undefined : meaningOf(name, given, before);
  const rule = isInclude ? `{% include ${text.trim().split(/\s/, 1)[0]} %}` : `{% ${name} %}`;
  source.record(rule, meaning === undefined ? "remove" : "replace", whole);
  return { text: meaning ?? lineEnds(whole), end };
}

/** Outputs within a tag: `url="{{ site.baseurl }}/a.png"`. */
function withAddresses(text: string): string {
  return text.replace(/\{\{([^{}]*)\}\}/g, (whole, inside: string, offset: number) => {
    const after = text.slice(offset + whole.length, offset + whole.length + 3);
    return addressOf(inside, { before: "src='", after }) ?? "";
  });
}

function readOutput({ body, record, frontMatter }: Source, start: number, before: string): Reading | undefined {
  output.lastIndex = start;
  const match = output.exec(body);
  if (!match) return undefined;
  const end = output.lastIndex;
  if (match[1]!.trim() === "page.title" && /(?:^|\n)#{1,2} *$|<h[12]\b[^<>]*>\s*$/i.test(before)) {
    // The page has its title already.
    record("{{ page.title }}", "remove", match[0]);
    return { text: "", end };
  }
  const value = frontMatter && pageValueOf(match[1]!, frontMatter);
  if (value !== undefined) {
    record("{{ page.key }}", "replace", match[0]);
    return { text: value, end };
  }
  const address = addressOf(match[1]!, { before, after: body.slice(end, end + 3) });
  if (address === undefined) return { text: match[0], end };
  record("{{ address }}", "rewrite", match[0]);
  return { text: address, end };
}

/** One that we do not know stays visible. */
function readShortcode(source: Source, start: number, before: string): Reading | undefined {
  const { body, kind, find, record } = source;
  const shortcode = shortcodeAt(body, start);
  if (!shortcode) return undefined;
  const { name, text, end, isBlock } = shortcode;
  const closing = isBlock ? endOfShortcode(find, name, end) : undefined;
  const content = closing && body.slice(end, closing.start);
  const meaning =
    closing && content !== undefined
      ? meaningOfBlock({ name, text, content: readInner(source, name, content), kind, body, start, end: closing.end })
      : meaningOf(name, text, before);
  if (meaning === undefined) return undefined;
  record(`{{< ${name} >}}`, "replace", body.slice(start, end));
  return { text: meaning, end: closing?.end ?? end };
}

/** Lines that go leave their ends, so that what follows keeps its place. */
function lineEnds(text: string): string {
  return text.replace(/[^\n]+/g, "");
}
