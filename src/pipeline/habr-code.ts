import { anyCase, createFind } from "./text-search.js";

/*
 * Habr's old editor had `<source lang="x">` for code. HTML has an empty element of that name, so the parser would take the code for
 * text of the article.
 */

const start =
  /<source((?:\s+(?:lang|class)\s*=\s*(?:"[^"<>]*"|'[^'<>]*'|[^\s"'<>]+))?)\s*>(?![ \t\n]*<(?:source|\/(?:video|audio|picture)|img))/gi;

const endTag = `</${anyCase("source")}>`;

/** The body with its code in `<pre>`, where an end tag says that it is code. */
export function withHabrCode(body: string): string {
  if (!/<\/source>/i.test(body)) return body;
  const find = createFind(body);
  let written = "";
  let from = 0;
  start.lastIndex = 0;
  for (let match = start.exec(body); match; match = start.exec(body)) {
    const end = find(endTag, start.lastIndex);
    if (!end) break;
    const language = /["'=\s]([\w+#.-]+)["']?\s*$/.exec(match[1]!)?.[1];
    const attribute = language ? ` class="language-${language.toLowerCase()}"` : "";
    const code = body.slice(start.lastIndex, end.start).replace(/^\r?\n/, "");
    written += `${body.slice(from, match.index)}<pre><code${attribute}>${asText(code)}</code></pre>`;
    from = end.end;
    start.lastIndex = from;
  }
  return written + body.slice(from);
}

/** Brackets are the code's own; references were written by the editor. */
function asText(code: string): string {
  return code.replace(/&(?!(?:[a-z]+|#\d+|#x[\da-f]+);)/gi, "&amp;").replaceAll("<", "&lt;");
}
