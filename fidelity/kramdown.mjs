// White space that is folded away: it keeps CommonMark from seeing a block where kramdown sees none.
const NOTHING = "\u200b";

const INLINE_START =
  /^( {0,3})(?=<\/?(?:a|abbr|b|big|br|cite|code|del|em|font|i|img|input|ins|kbd|s|small|span|strike|strong|sub|sup|tt|u)\b)/i;
const BLOCK_TAG =
  /<(\/?)(?:article|blockquote|center|dd|div|dl|dt|figure|li|ol|section|table|tbody|td|tfoot|th|thead|tr|ul)\b[^>]*>/gi;

/**
 * Turns what kramdown reads in its own way into what CommonMark reads alike, outside fences: attribute lists, footnotes, check
 * boxes, HTML that is indented or begins with an inline element, blank lines in `<pre>`.
 * @param {string} body
 */
export function prepareKramdown(body) {
  /** @type {string[]} */
  const lines = [];
  let fence = "";
  let inNote = false;
  let depth = 0;
  const nested = nestingOfLists();
  for (const line of markdownInCells(keepPreformatted(codeOnLines(withoutMarks(body)))).split("\n")) {
    const mark = /^\s*(?:>\s*|[*+-]\s+|\d+[.)]\s+)*(`{3,}|~{3,})/.exec(line)?.[1] ?? "";
    const bare = /^\s*(?:>\s*)*[`~]+\s*$/.test(line);
    if (fence === "" && mark !== "") fence = mark;
    else if (mark !== "" && mark.startsWith(fence) && bare) fence = "";
    if (fence !== "" || mark !== "") {
      lines.push(line);
      continue;
    }
    const note = /^ {0,3}\[\^([^\]]+)\]:[ \t]*(.*)$/.exec(line);
    if (note !== null) lines.push("", note[2] ?? "");
    else if (inNote && /^(?: {2,}|\t)/.test(line)) lines.push(line.replace(/^(?: {1,4}|\t)/, ""));
    else lines.push(prepareLine(depth > 0 ? line.replace(/^\s+(?=<)/, "") : nested(line), lines));
    inNote = note !== null || (inNote && (line.trim() === "" || /^\s/.test(line)));
    const deeper = depthAfter(line, depth);
    // Text may follow at once where an element of HTML ends.
    if (depth > 0 && deeper === 0) lines.push("");
    depth = deeper;
  }
  return lines.join("\n");
}

/** Two blanks nest a list under `1. entry`, where CommonMark would want three. @returns {(line: string) => string} for the lines in their order */
function nestingOfLists() {
  let missing = "";
  let width = 0;
  return (line) => {
    const [, indent = "", entry] = /^( *)([*+-] |\d+[.)] )?/.exec(line) ?? [];
    if (line.trim() === "") return line;
    if (indent.length === 0) {
      missing = "";
      width = /^\d/.test(line) ? (entry?.length ?? 0) : 0;
    } else if (missing === "" && entry !== undefined && indent.length >= 2 && indent.length < width) {
      missing = " ".repeat(width - indent.length);
    }
    return indent === "" ? line : missing + line;
  };
}

/** How many blocks of HTML are open after a line. @param {string} line @param {number} depth */
function depthAfter(line, depth) {
  let deeper = depth;
  for (const [tag, slash] of line.matchAll(BLOCK_TAG)) {
    if (slash === "/") deeper = Math.max(0, deeper - 1);
    else if (!tag.endsWith("/>")) deeper += 1;
  }
  return deeper;
}

/** CommonMark takes a whole line for HTML where it begins with a comment, the author's mark for the excerpt mostly. @param {string} body */
function withoutMarks(body) {
  return body.replace(/^ {0,3}<!--[^\n]*?-->(?=[ \t]*\S)/gm, "");
}

/** Exporters left tables as HTML and wrote Markdown into the cells: a blank line lets it be read. @param {string} body */
function markdownInCells(body) {
  return body.replace(
    /^ *([`~]{3,})[\s\S]*?^ *\1|(<t[dh](?:\s[^<>]*)?>)[ \t]*((?:(?!<\/?(?:t[dhr]|table|tbody|pre)\b)[\s\S])*?!?\[[^\]]*\]\((?:https?:|\/|mailto:)[^)\s]+\))/gim,
    (whole, fence, cell, text) =>
      fence !== undefined ? whole : `${cell}\n\n${text.replace(/\n\s*(?=\n)/g, "").replace(/^\s+/gm, "")}`,
  );
}

/** `<code>` with lines of its own: kramdown leaves what is in it alone, and its author took it for a block. @param {string} body */
function codeOnLines(body) {
  return body.replace(
    /^<code>[ \t]*\n((?:(?!<\/?code>)[\s\S])*?\S[^\n]*\n(?:(?!<\/?code>)[\s\S])*?)<\/code>[ \t]*$/gim,
    (whole, code) => (code.trim().includes("\n") ? `<pre>\n${code}</pre>` : whole),
  );
}

/** Blank lines in `<pre>` do not end it. @param {string} body */
function keepPreformatted(body) {
  return body.replace(
    /^(?!\s*[`~]{3})(.*<pre\b[^>]*>)([\s\S]*?)(?=<\/pre)/gim,
    (_, start, code) => start + code.replace(/\n(?=[ \t]*\n)/g, `\n${NOTHING}`),
  );
}

/** @param {string} line @param {string[]} before */
function prepareLine(line, before) {
  if (/^\s*\{:\s*\.?toc\b[^}]*\}\s*$/i.test(line)) {
    // The table of contents takes the place of the list entry above.
    while (before.length > 0 && /^\s*(?:[*-]|\d+\.)\s*\S.*$/.test(before.at(-1) ?? "")) before.pop();
    return "";
  }
  if (/^\s*\{::?[^}]*\}\s*$/.test(line)) return "";
  // Other programs' places for a table of contents.
  if (/^\s*(?:@?\[toc\](?:\(.*\))?|\[\[_?toc_?\]\])\s*$/i.test(line)) return "";
  return line
    .replace(/\{:[^}\n]*\}/g, "")
    .replace(/(\S)[ \t]*\{#[\w:.-]+\}[ \t]*$/, "$1")
    .replace(/\[\^[^\]\s]+\]/g, "")
    .replace(INLINE_START, `$1${NOTHING}`)
    .replace(
      /^(\s*(?:[*+-]|\d+[.)])\s+)\[([ xX])\]\s/,
      (_, start, mark) => `${start}<input type="checkbox"${mark === " " ? "" : " checked"}> `,
    );
}
