/**
 * Whether a body is HTML: always in `.html` files, in others when it is made of block elements and hardly a line of it can only
 * be Markdown.
 * @param {string} body @param {string} extension with its dot
 * @returns {"html" | "markdown"}
 */
export function bodyKindOf(body, extension) {
  if (/^\.(?:html?|xhtml|erb)$/i.test(extension)) return "html";
  if (/id="content_views"|class="blog-content-box"/.test(body)) return "html";
  const outside = body
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/<(pre|script|style|textarea)\b[\s\S]*?<\/\1\s*>/gi, "<p></p>");
  if (!/^\s*</.test(outside)) return "markdown";
  const blocks = outside.match(/<(?:p|div|h[1-6]|ul|ol|li|table|tr|td|blockquote|section|article)\b/gi)?.length ?? 0;
  const marks = outside.match(/^(?:#{1,6} |[*+-] |\d+\. |> |```|~~~|\[[^\]]+\]: )|\]\(|\*\*\S|^\{[%:]/gm)?.length ?? 0;
  return blocks > 0 && marks * 10 <= blocks ? "html" : "markdown";
}
