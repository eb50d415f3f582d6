import { internalName } from "../html/names.js";
import { remembering } from "../lib/remembering.js";
import type { BodyKind } from "../model/document.js";

/**
 * Whether a body is HTML or Markdown. The extension decides only for `.html` and its relatives, which are always HTML; any
 * other file is looked at, because archives of pure HTML are often saved as `.md`. Such a body is HTML when it has tags and
 * no text of its own outside block elements: a paragraph, heading, list or fence between the blocks is Markdown's, and so is a
 * body of bare text with a few inline tags. Liquid tags alone on a line, comments, pictures and embeds are neither, and
 * `markdown="1"` on an element says that Markdown is in it.
 */
export function bodyKind(body: string, path: string): BodyKind {
  if (/\.(?:html?|xhtml|erb)$/i.test(path)) return "html";
  if (!body.includes("<")) return "markdown";
  return hasLooseText(beginning(body)) ? "markdown" : "html";
}

/** Enough of a long body to know it by, cut before a tag. */
function beginning(body: string): string {
  const enough = 50_000;
  return body.length <= enough ? body : body.slice(0, Math.max(body.lastIndexOf("<", enough), 0)) || body;
}

const blocks = new Set(
  (
    "address article aside blockquote body center details dialog dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4" +
    " h5 h6 head header html li main nav ol p section summary table tbody td tfoot th thead tr ul"
  ).split(" "),
);

/** Elements whose content is theirs, up to the end tag. */
const opaque = new Set(["pre", "script", "style", "textarea", "svg", "math", "object", "iframe", "video", "audio"]);

const tag = /<(\/?)([a-z][a-z0-9]*)(?=[\s/>])[^<>]*>|<!--|<![a-z[][^<>]*>/gi;

/** What a tag's name as it was written says. */
interface TagName {
  readonly name: string;
  readonly isBlock: boolean;
  readonly isOpaque: boolean;
}

const nameOf = remembering(2000, (written): TagName => {
  const name = internalName(written.toLowerCase());
  return { name, isBlock: blocks.has(name), isOpaque: opaque.has(name) };
});

/** Walks over the tags of a body until text is found that no block element holds. */
function hasLooseText(body: string): boolean {
  const open: string[] = [];
  // Most bodies have neither, so that the text in their blocks need not be looked at.
  const mayBeginAgain = markdownBlock.test(body);
  const mayBeAsked = asksForMarkdown.test(body);
  let seenTag = false;
  let end = 0;
  tag.lastIndex = 0;
  for (let match = tag.exec(body); match; match = tag.exec(body)) {
    if (isLoose(body, end, match.index, open.length > 0, mayBeginAgain)) return true;
    end = tag.lastIndex;
    const [whole, slash, written = ""] = match;
    const { name, isBlock, isOpaque } = nameOf(written);
    if (whole === "<!--") end = after(body, "-->", end);
    else if (slash) close(name, open);
    else if (mayBeAsked && asksForMarkdown.test(whole)) return true;
    else if (isOpaque) end = whole.endsWith("/>") ? end : after(body, `</${written}>`, end);
    else if (isBlock) openBlock(name, open);
    seenTag ||= written !== "";
    tag.lastIndex = end;
  }
  return isLoose(body, end, body.length, open.length > 0, mayBeginAgain) || !seenTag;
}

/** A block start ends an open paragraph, as it does for a browser. */
function openBlock(name: string, open: string[]): void {
  if (open.at(-1) === "p") open.pop();
  open.push(name);
}

function close(name: string, open: string[]): void {
  const index = open.lastIndexOf(name);
  if (index !== -1) open.length = index;
}

/** Whether the text between two tags is Markdown's. */
function isLoose(body: string, start: number, end: number, isInBlock: boolean, mayBeginAgain: boolean): boolean {
  if (isInBlock) return mayBeginAgain && markdownBlock.test(body.slice(start, end));
  return (
    body
      .slice(start, end)
      .replace(/\{%[^%]*%\}|&nbsp;/g, "")
      .trim() !== ""
  );
}

const asksForMarkdown = /\smarkdown=/i;

/** After a blank line, Markdown may begin again within an HTML block. */
const markdownBlock = /\n[ \t]*\n(?:#{1,6} |```|~~~|[-*+] \S|\d+\. \S|> |!?\[[^\]\n]+\]\()/;

function after(body: string, needle: string, from: number): number {
  const index = body.indexOf(needle, from);
  return index === -1 ? body.length : index + needle.length;
}
