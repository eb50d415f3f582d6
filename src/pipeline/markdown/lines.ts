import { closingFence, createFind, type Find } from "../text-search.js";
import { limitDepth } from "./depth.js";
import { fixHeading } from "./headings.js";
import { createHtmlBlocks, type HtmlBlock, isInlineTagAlone } from "./html-blocks.js";
import { readImageSizes } from "./image-sizes.js";
import { type Kept, keepBlock, NOT_A_BLOCK } from "./kept.js";
import { createListIndent } from "./list-indent.js";
import { readMediaLink } from "./media-links.js";
import { readTableCells } from "./table-cells.js";

/** The body as it goes to the Markdown parser, and what was found while reading its lines. */
export interface PreparedLines {
  readonly text: string;
  /** `*[HTML]: HyperText …` */
  readonly abbreviations: ReadonlyMap<string, string>;
}

const fenceStart = /^(`{3,}|~{3,})([^\n]*)$/;
const abbreviation = /^\*\[([^\]\n]+)\]:[ \t]*(.*)$/;
/** Where other programs put a table of contents (CSDN, Typora, GitLab, VuePress); the page makes its own. */
const contents = /^ {0,3}(?:@?\[toc\](?:\([^)\n]*\))?|\[\[_?toc_?\]\])[ \t]*$/i;
const extension = /^ {0,3}\{::(comment|nomarkdown|options)\b[^}\n]*\}/;

/** Reads the body line by line: code and HTML are kept aside, and lines that mean something to kramdown alone are put right. */
export function prepareLines(source: string, kept: Kept): PreparedLines {
  const lines: string[] = [];
  const abbreviations = new Map<string, string>();
  const find = createFind(source);
  const htmlAt = createHtmlBlocks(source, find);
  const indented = createListIndent();
  let offset = 0;
  while (offset <= source.length) {
    const line = lineAt(source, offset);
    const fenceEnd = endOfIndentedFence(offset, line, find);
    if (fenceEnd !== undefined) {
      lines.push(...source.slice(offset, fenceEnd).split("\n").map(indented));
      offset = fenceEnd + 1;
      continue;
    }
    const code = codeAt(source, offset, line);
    const block = code ? undefined : (extensionAt(source, offset, line, find) ?? htmlAt(offset, line));
    if (code) {
      lines.push(keepBlock(kept, code));
      offset += code.source.length + 1;
    } else if (block) {
      const html = source.slice(offset, block.end);
      const indent = /^ */.exec(line)![0];
      const shown = block.html ?? readTableCells(html);
      lines.push(indent + keepBlock(kept, { kind: "html", source: shown }, html));
      // Markdown that begins in the line of a tag gets a line of its own.
      offset = block.end + (source[block.end] === "\n" ? 1 : 0);
      if (block.end >= source.length) break;
    } else {
      const [, short, long] = abbreviation.exec(line) ?? [];
      if (short !== undefined) abbreviations.set(short, long ?? "");
      lines.push(short === undefined && !contents.test(line) ? indented(fixLine(source, offset, line)) : "");
      offset += line.length + 1;
    }
  }
  return { text: lines.join("\n"), abbreviations };
}

function lineAt(source: string, offset: number): string {
  const end = source.indexOf("\n", offset);
  return end < 0 ? source.slice(offset) : source.slice(offset, end);
}

function fixLine(source: string, offset: number, line: string): string {
  if (line.startsWith("#")) return fixHeading(line, isAlone(source, offset, line));
  const read = readMediaLink(readImageSizes(line));
  return isInlineTagAlone(read) ? read + NOT_A_BLOCK : limitDepth(read);
}

function isAlone(source: string, offset: number, line: string): boolean {
  const before = offset < 2 || source[offset - 2] === "\n";
  const after = source.slice(offset + line.length, offset + line.length + 2);
  return before && (after.length < 2 || after === "\n\n");
}

/** Where a fenced block in a list ends. It goes to the Markdown parser, and nothing in it is HTML or a heading. */
function endOfIndentedFence(offset: number, line: string, find: Find): number | undefined {
  const fence = /^ +(`{3,}(?=[^`]*$)|~{3,})/.exec(line)?.[1];
  return fence === undefined ? undefined : find(closingFence(fence), offset + line.length)?.end;
}

/** A fenced block at the margin. One that is indented may belong to a list: the Markdown parser knows. */
function codeAt(source: string, offset: number, line: string) {
  const [, fence, info] = fenceStart.exec(line) ?? [];
  if (fence === undefined || info === undefined || (fence[0] === "`" && info.includes("`"))) return undefined;
  const start = offset + line.length + 1;
  const closing = new RegExp(`^ {0,3}${fence[0]}{${fence.length},}[ \\t]*$`, "gm");
  closing.lastIndex = start;
  const match = start < source.length ? closing.exec(source) : null;
  const text = source.slice(start, match ? Math.max(start, match.index - 1) : undefined);
  return {
    kind: "code",
    source: source.slice(offset, match ? closing.lastIndex : undefined),
    info: info.trim(),
    text,
  } as const;
}

/** kramdown's `{::comment}…{:/comment}`, `{::options …/}` and `{::nomarkdown}…{:/}`: what they show, and where they end. */
function extensionAt(source: string, offset: number, line: string, find: Find): HtmlBlock | undefined {
  const [tag, name] = extension.exec(line) ?? [];
  if (tag === undefined) return undefined;
  if (tag.endsWith("/}") || name === "options") return { html: "", end: offset + line.length };
  const closing = find("\\{:\\/\\w*\\}[^\\n]*", offset + tag.length);
  if (!closing) return undefined;
  return { html: name === "comment" ? "" : source.slice(offset + tag.length, closing.start), end: closing.end };
}
