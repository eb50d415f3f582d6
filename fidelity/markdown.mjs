import MarkdownIt from "markdown-it";
import { prepareKramdown } from "./kramdown.mjs";

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
  markdown.core.ruler.after("linkify", "quotes behind links", ({ tokens }) => tokens.forEach(endBeforeQuote));
  markdown.inline.ruler.before("escape", "maths", (state, silent) => readMaths(state, silent, maths));
  markdown.renderer.rules.maths = (tokens, index) => texElement(tokens[index]?.content ?? "");
  // Editors of Chinese sites write a picture's size behind its address.
  return markdown.render(prepareKramdown(body.replace(/(!\[[^[\]\n]*\]\([^\s()]+)\s+=\d*%?x\d*\)/g, "$1)")));
}

/** A bare address in quotation marks ends before them. @param {import("markdown-it").Token} token */
function endBeforeQuote({ children }) {
  for (const [index, open] of (children ?? []).entries()) {
    const text = children?.[index + 1];
    if (open.type !== "link_open" || open.info !== "auto" || text?.type !== "text") continue;
    const [quotes] = /[’”»]+$/.exec(text.content) ?? [];
    if (quotes === undefined) continue;
    text.content = text.content.slice(0, -quotes.length);
    open.attrSet("href", text.content);
    const after = children?.[index + 3];
    if (after?.type === "text") after.content = quotes + after.content;
    else
      children?.splice(
        index + 3,
        0,
        Object.assign(Object.create(Object.getPrototypeOf(text)), text, { content: quotes }),
      );
  }
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
