import type { BodyKind } from "../model/document.js";
import type { Article } from "./article.js";

/*
 * A comment, script or title that is opened and never closed takes everything behind it: a browser shows an empty page from
 * there on. What the author certainly wanted to show is set free, on the same lines, and reported.
 */

/** Elements whose inside is text to the parser, up to their end tag. */
const opener = /<!--|<(script|style|title|textarea|xmp|iframe|noembed|noframes|plaintext)(?=[\s/>])/gi;

/** Where a script or a style most likely was to end: a line that begins with a block of the article. */
const blockLine = /\n[ \t]*(?=<\/?(?:p|div|h[1-6]|ul|ol|pre|table|blockquote|figure|section|article|hr)[\s/>])/gi;

/** The body with the ends that it lacks. Markdown's code may hold any tag and its parser ends them, so it stays as it is. */
export function releaseSwallowed(body: string, kind: BodyKind, article: Article): string {
  if (kind === "markdown") return body;
  let released = body;
  opener.lastIndex = 0;
  for (let match = opener.exec(released); match; match = opener.exec(released)) {
    const { index } = match;
    const tagName = match[1]?.toLowerCase();
    const end = tagName ? endOfElement(released, tagName, opener.lastIndex) : endOfComment(released, index);
    if (end !== undefined) {
      opener.lastIndex = end;
      continue;
    }
    const tagEnd = tagName ? afterTag(released, index) : index + 4;
    const repair = tagName ? repairElement(released, tagName, index, tagEnd) : repairComment(released, index);
    report(article, released, index, tagName ?? "!--", repair);
    released = repair.text;
    opener.lastIndex = repair.resume;
  }
  return released;
}

interface Repair {
  readonly text: string;
  /** Where to look for the next one. */
  readonly resume: number;
  /** Offset from which on the text is shown again. */
  readonly shownFrom: number;
}

/** `-->`, `--!>`, and the abrupt `<!-->` and `<!--->`. */
function endOfComment(body: string, index: number): number | undefined {
  if (body.startsWith("<!-->", index)) return index + 5;
  if (body.startsWith("<!--->", index)) return index + 6;
  const at = body.indexOf("-->", index + 4);
  const other = body.indexOf("--!>", index + 4);
  if (at < 0 && other < 0) return undefined;
  return at < 0 || (other >= 0 && other < at) ? other + 4 : at + 3;
}

function endOfElement(body: string, tagName: string, from: number): number | undefined {
  if (tagName === "plaintext") return undefined;
  const closing = new RegExp(`</${tagName}(?=[\\s/>])`, "gi");
  closing.lastIndex = from;
  const match = closing.exec(body);
  return match ? closing.lastIndex : undefined;
}

/** Index behind the start tag's `>`. */
function afterTag(body: string, index: number): number {
  const at = body.indexOf(">", index);
  return at < 0 ? body.length : at + 1;
}

/** An empty comment in its place: all that it has swallowed is text again. */
function repairComment(body: string, index: number): Repair {
  return { text: `${body.slice(0, index)}<!---->${body.slice(index + 4)}`, resume: index + 7, shownFrom: index + 4 };
}

function repairElement(body: string, tagName: string, index: number, tagEnd: number): Repair {
  const startTag = body.slice(index, tagEnd);
  const hasSource = /\ssrc\s*=/i.test(startTag);
  if (tagName === "iframe" || (tagName === "script" && hasSource)) return closeAt(body, tagName, tagEnd);
  if (tagName === "script" || tagName === "style") {
    blockLine.lastIndex = tagEnd;
    const line = blockLine.exec(body);
    return closeAt(body, tagName, line ? line.index : body.length);
  }
  // The others are words of a text about HTML, whose bracket was not escaped.
  return { text: `${body.slice(0, index)}&lt;${body.slice(index + 1)}`, resume: tagEnd + 3, shownFrom: index };
}

function closeAt(body: string, tagName: string, at: number): Repair {
  const closing = `</${tagName}>`;
  return { text: body.slice(0, at) + closing + body.slice(at), resume: at + closing.length, shownFrom: at };
}

function report(article: Article, body: string, index: number, tagName: string, { shownFrom }: Repair): void {
  const hidden = body.length - index;
  article.messages.push({
    severity: "warning",
    ruleId: "unclosed-element",
    reason: `<${tagName} is never closed, so the ${hidden} characters from there to the end would not be shown`,
    note:
      shownFrom < body.length
        ? `All but the first ${shownFrom - index} of them are shown all the same; close it, or write &lt; for a bracket that is text`
        : "Close it, or write &lt; for a bracket that is text",
    file: article.document.path,
    ...placeOf(article, body.slice(index, index + 80)),
  });
  article.record("swallowed", "rewrite", `unclosed <${tagName}`, { sample: body.slice(index, index + 80) });
}

/** In the file: what came before in the pipeline may have moved the text. */
function placeOf({ document }: Article, beginning: string): { line: number; column: number } | undefined {
  const index = document.body.lastIndexOf(beginning);
  if (index < 0) return undefined;
  const before = document.body.slice(0, index);
  return { line: document.bodyLine + before.split("\n").length - 1, column: index - before.lastIndexOf("\n") };
}
