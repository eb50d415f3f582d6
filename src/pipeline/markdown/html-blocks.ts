import { closingFence, createFind, type Find } from "../text-search.js";

/*
 * HTML between lines of Markdown, read as kramdown reads it: a block runs to its end tag, however many empty lines there
 * are in it. CommonMark would end it at the first empty line and take the indented rest for code.
 */

const blockTags = new Set(
  `address article aside blockquote body canvas center code details dialog dd div dl dt fieldset figcaption figure footer form
   frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html iframe legend li link main map math menu meta nav noscript object ol
   optgroup option p pre script search section style summary svg table tbody td template textarea tfoot th thead title tr
   track ul video audio`.split(/\s+/),
);

/** In these an empty line never begins Markdown. */
const opaqueTags = new Set(
  "pre code script style textarea svg math table tbody thead tr ul ol dl select object p".split(" "),
);

const blockStart = /^ {0,3}<(\/?)([a-zA-Z][a-zA-Z0-9]*)(?=[\s/>])/;
const inlineAlone = /^ {0,3}<\/?([a-zA-Z][a-zA-Z0-9]*)(?:\s[^<>]*)?>\s*$/;
/** `<p/>` ends where it begins: what comes next is no part of it. */
const selfClosing = /^ {0,3}<(?:p|div|hr)\s*\/>/i;
const asksForMarkdown = /^[^>]*\smarkdown\s*=\s*["']?(?:1|block|span)\b[^>]*>/i;

/** Whether the line is one inline tag, which begins a paragraph for kramdown and a block of HTML for CommonMark. */
export function isInlineTagAlone(line: string): boolean {
  const name = inlineAlone.exec(line)?.[1];
  return name !== undefined && !blockTags.has(name.toLowerCase());
}

/** What begins on a line: HTML up to `end`, an offset in the source that is the end of a line or of a tag. */
export interface HtmlBlock {
  readonly end: number;
  /** What it shows, where that is not what is written. */
  readonly html?: string;
}

/** Finds where blocks of HTML end. Made once for a body: it pairs all tags in one pass. */
export function createHtmlBlocks(
  source: string,
  find: Find,
): (lineStart: number, line: string) => HtmlBlock | undefined {
  let ends: ReadonlyMap<number, number> | undefined;
  return (lineStart, line) => {
    if (/^ {0,3}<!--/.test(line)) return commentAt(source, lineStart, find);
    const [, slash, tagName] = blockStart.exec(line) ?? [];
    if (tagName === undefined || !blockTags.has(tagName.toLowerCase())) return undefined;
    if (slash) return { end: lineStart + line.length };
    const closedTag = selfClosing.exec(line)?.[0];
    if (closedTag !== undefined) return { end: lineStart + closedTag.length };
    const markdownTag = asksForMarkdown.exec(line)?.[0];
    if (markdownTag !== undefined) return { end: lineStart + markdownTag.length };
    ends ??= pairTags(source);
    const end = ends.get(source.indexOf("<", lineStart));
    // Code is a block where it has lines of its own; within one line it is a part of the sentence.
    if (tagName.toLowerCase() === "code" && (end ?? 0) <= lineStart + line.length) return undefined;
    if (end === undefined) return { end: endOfChunk(source, lineStart) };
    return { end: withMarkdownIn(source, lineStart, lineEnd(source, end), tagName.toLowerCase()) };
  };
}

function commentAt(source: string, lineStart: number, find: Find): HtmlBlock | undefined {
  const end = find("-->", lineStart)?.end;
  if (end === undefined) return undefined;
  const behind = lineEnd(source, end);
  return { end: source.slice(end, behind).trim() === "" ? behind : end };
}

/**
 * Authors of CommonMark leave a line empty after the start tag to have Markdown in the element. Then only the lines before
 * it are HTML.
 */
function withMarkdownIn(source: string, start: number, end: number, tagName: string): number {
  if (opaqueTags.has(tagName)) return end;
  const chunk = endOfChunk(source, start);
  if (chunk >= end) return end;
  const next = /\S/.exec(source.slice(chunk, Math.min(end, chunk + 2000)));
  if (!next) return end;
  const indent = /[ \t]*$/.exec(source.slice(chunk, chunk + next.index))![0];
  return next[0] !== "<" && indent.length < 4 && !indent.includes("\t") ? chunk : end;
}

const emptyLine = /\n[ \t]*(?:\n|$)/g;

function endOfChunk(source: string, start: number): number {
  emptyLine.lastIndex = start;
  return emptyLine.exec(source)?.index ?? source.length;
}

function lineEnd(source: string, offset: number): number {
  const end = source.indexOf("\n", offset);
  return end < 0 ? source.length : end;
}

const tagOrCode =
  /^ *(`{3,}|~{3,})|(`+)|<!--|<(\/?)([a-zA-Z][a-zA-Z0-9]*)((?:\s(?:"[^"<]*"|'[^'<]*'|[^"'<>])*)?\/?)>/gm;

/** Offset of each start tag of a block → offset behind its end tag. Tags in code and comments do not count. */
function pairTags(source: string): ReadonlyMap<number, number> {
  const find = createFind(source);
  const ends = new Map<number, number>();
  const open = new Map<string, number[]>();
  tagOrCode.lastIndex = 0;
  for (let match = tagOrCode.exec(source); match; match = tagOrCode.exec(source)) {
    const [found, fence, ticks, slash, name, attributes] = match;
    const behind = tagOrCode.lastIndex;
    if (fence) tagOrCode.lastIndex = find(closingFence(fence), behind)?.end ?? behind;
    else if (ticks) tagOrCode.lastIndex = endOfTicks(source, behind, ticks);
    else if (name === undefined) tagOrCode.lastIndex = find("-->", behind)?.end ?? behind;
    else if (blockTags.has(name.toLowerCase()) && !attributes?.endsWith("/")) {
      const tagName = name.toLowerCase();
      const starts = open.get(tagName) ?? [];
      open.set(tagName, starts);
      if (!slash) starts.push(match.index);
      else if (starts.length > 0) ends.set(starts.pop()!, match.index + found.length);
    }
  }
  return ends;
}

/** Behind a code span, if it ends in its line; else behind the ticks. */
function endOfTicks(source: string, offset: number, ticks: string): number {
  const end = source.slice(offset, Math.min(lineEnd(source, offset), offset + 2000)).indexOf(ticks);
  return end < 0 ? offset : offset + end + ticks.length;
}
