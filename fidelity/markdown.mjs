import MarkdownIt from "markdown-it";

/**
 * HTML of a Markdown body by another parser than the pipeline's: CommonMark, GitHub's tables, and what kramdown adds.
 * @param {string} body @param {boolean} maths whether single dollars enclose formulas
 */
export function renderMarkdown(body, maths) {
  const markdown = new MarkdownIt({ html: true, linkify: true });
  markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false });
  markdown.linkify.add("//", null);
  // The pipeline decides which URLs are harmful; here each one counts.
  markdown.validateLink = () => true;
  markdown.inline.ruler.before("escape", "maths", (state, silent) => readMaths(state, silent, maths));
  markdown.renderer.rules.maths = (tokens, index) => texElement(tokens[index]?.content ?? "");
  return markdown.render(prepareKramdown(body));
}

/** @param {import("markdown-it").InlineState} state @param {boolean} silent @param {boolean} single */
function readMaths(state, silent, single) {
  const rest = state.src.slice(state.pos);
  const match =
    /^\$\$([\s\S]+?)\$\$/.exec(rest) ??
    /^\\\\?\(([\s\S]+?)\\\\?\)(?!\))/.exec(rest) ??
    /^\\\\?\[([\s\S]+?)\\\\?\](?!\()/.exec(rest) ??
    (single ? /^\$([^\s$](?:[^$\n]*[^\s$\\])?)\$(?!\d)/.exec(rest) : null);
  if (match === null || (rest.startsWith("\\") && !/\\[a-z]|[_^=]|^\\\\/i.test(match[1] ?? ""))) return false;
  if (!silent) state.push("maths", "", 0).content = match[1] ?? "";
  state.pos += match[0].length;
  return true;
}

/** @param {string} tex */
function texElement(tex) {
  const escaped = tex.replace(/&/g, "&amp;").replace(/</g, "&lt;");
  return `<math><annotation encoding="application/x-tex">${escaped}</annotation></math>`;
}

/** Kramdown's attribute lists and footnotes, outside fences. @param {string} body */
function prepareKramdown(body) {
  /** @type {string[]} */
  const lines = [];
  let fence = "";
  let inNote = false;
  for (const line of body.split("\n")) {
    const mark = /^\s*(?:>\s*)*(`{3,}|~{3,})/.exec(line)?.[1] ?? "";
    if (fence === "" && mark !== "") fence = mark;
    else if (mark !== "" && mark.startsWith(fence) && /^\s*(?:>\s*)*[`~]+\s*$/.test(line)) fence = "";
    if (fence !== "" || mark !== "") {
      lines.push(line);
      continue;
    }
    const note = /^ {0,3}\[\^([^\]]+)\]:[ \t]*(.*)$/.exec(line);
    if (note !== null) lines.push("", note[2] ?? "");
    else if (inNote && /^(?: {2,}|\t)/.test(line)) lines.push(line.replace(/^(?: {1,4}|\t)/, ""));
    else lines.push(prepareLine(line, lines));
    inNote = note !== null || (inNote && (line.trim() === "" || /^\s/.test(line)));
  }
  return lines.join("\n");
}

/** @param {string} line @param {string[]} before */
function prepareLine(line, before) {
  if (/^\s*\{:\s*\.?toc\b[^}]*\}\s*$/i.test(line)) {
    // The table of contents takes the place of the list entry above.
    while (before.length > 0 && /^\s*(?:[*-]|\d+\.)\s*\S.*$/.test(before.at(-1) ?? "")) before.pop();
    return "";
  }
  if (/^\s*\{::?[^}]*\}\s*$/.test(line)) return "";
  return line
    .replace(/\{:[^}\n]*\}/g, "")
    .replace(/^( {0,3}#.*?)[ \t]*\{#[\w:.-]+\}[ \t]*$/, "$1")
    .replace(/\[\^[^\]\s]+\]/g, "")
    .replace(
      /^(\s*(?:[*+-]|\d+[.)])\s+)\[([ xX])\]\s/,
      (_, start, mark) => `${start}<input type="checkbox"${mark === " " ? "" : " checked"}> `,
    );
}
