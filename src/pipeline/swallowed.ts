import type { BodyKind } from "../model/document.js";
import type { Article } from "./article.js";
import { anyCase, createFind, type Find } from "./text-search.js";

/*
 * A comment, script or title that is opened and never closed takes everything behind it: a browser shows an empty page from
 * there on. What the author certainly wanted to show is set free, on the same lines, and reported.
 */

/** Elements whose inside is text to the parser, up to their end tag. */
const opener = /<!--|<(script|style|title|textarea|xmp|iframe|noembed|noframes|plaintext)(?=[\s/>])/gi;

/** Where a script or a style most likely was to end: a line that begins with a block of the article. */
const blockLine = "\\n[ \\t]*(?=</?(?:p|div|h[1-6]|ul|ol|pre|table|blockquote|figure|section|article|hr)[\\s/>])";

/** So many are told one by one. */
const told = 10;

/**
 * The body with the ends that it lacks. Markdown's code may hold any tag and its parser ends them, so it stays as it is.
 * Linear: what is repaired is never read again.
 */
export function releaseSwallowed(body: string, kind: BodyKind, article: Article): string {
  if (kind === "markdown") return body;
  const find = createFind(body);
  let released = "";
  let written = 0;
  let count = 0;
  opener.lastIndex = 0;
  for (let match = opener.exec(body); match; match = opener.exec(body)) {
    const { index } = match;
    const tagName = match[1]?.toLowerCase();
    const end = tagName ? endOfElement(find, tagName, opener.lastIndex) : endOfComment(body, find, index);
    if (end !== undefined) {
      opener.lastIndex = end;
      continue;
    }
    const repair = tagName ? repairElement(body, find, tagName, index) : repairComment(index);
    count += 1;
    report(article, body, index, tagName ?? "!--", repair, count);
    released += body.slice(written, repair.from) + repair.insert;
    written = repair.to;
    opener.lastIndex = repair.resume;
  }
  return released + body.slice(written);
}

/** What is written in the place of `[from, to)` of the body. */
interface Repair {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
  /** Where to look for the next one. */
  readonly resume: number;
  /** Offset from which on the text is shown again. */
  readonly shownFrom: number;
}

/** `-->`, `--!>`, and the abrupt `<!-->` and `<!--->`. */
function endOfComment(body: string, find: Find, index: number): number | undefined {
  if (body.startsWith("<!-->", index)) return index + 5;
  if (body.startsWith("<!--->", index)) return index + 6;
  return find("--!?>", index + 4)?.end;
}

function endOfElement(find: Find, tagName: string, from: number): number | undefined {
  if (tagName === "plaintext") return undefined;
  return find(`</${anyCase(tagName)}(?=[\\s/>])`, from)?.end;
}

/** An empty comment in its place: all that it has swallowed is text again. */
function repairComment(index: number): Repair {
  return { from: index, to: index + 4, insert: "<!---->", resume: index + 4, shownFrom: index + 4 };
}

function repairElement(body: string, find: Find, tagName: string, index: number): Repair {
  const tagEnd = find(">", index)?.end ?? body.length;
  const startTag = body.slice(index, Math.min(tagEnd, index + 2000));
  const hasSource = /\ssrc\s*=/i.test(startTag);
  if (tagName === "iframe" || (tagName === "script" && hasSource)) return closeAt(tagName, tagEnd);
  if (tagName === "script" || tagName === "style")
    return closeAt(tagName, find(blockLine, tagEnd)?.start ?? body.length);
  // The others are words of a text about HTML, whose bracket was not escaped.
  return { from: index, to: index + 1, insert: "&lt;", resume: tagEnd, shownFrom: index };
}

function closeAt(tagName: string, at: number): Repair {
  return { from: at, to: at, insert: `</${tagName}>`, resume: at, shownFrom: at };
}

function report(
  article: Article,
  body: string,
  index: number,
  tagName: string,
  { shownFrom }: Repair,
  count: number,
): void {
  const hidden = body.length - index;
  const beginning = body.slice(index, index + 80);
  article.record("swallowed", "rewrite", `unclosed <${tagName}`, { sample: beginning });
  if (count > told) return;
  article.messages.push({
    severity: "warning",
    ruleId: "unclosed-element",
    reason: `<${tagName} is never closed, so the ${hidden} characters from there to the end would not be shown`,
    note:
      shownFrom < body.length
        ? `All but the first ${shownFrom - index} of them are shown all the same; close it, or write &lt; for a bracket that is text`
        : "Close it, or write &lt; for a bracket that is text",
    file: article.document.path,
    ...placeOf(article, beginning),
  });
}

/** In the file: what came before in the pipeline may have moved the text. */
export function placeOf({ document }: Article, beginning: string): { line: number; column: number } | undefined {
  const index = document.body.lastIndexOf(beginning);
  if (index < 0) return undefined;
  const before = document.body.slice(0, index);
  return { line: document.bodyLine + before.split("\n").length - 1, column: index - before.lastIndexOf("\n") };
}
