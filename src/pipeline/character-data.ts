import { escapeHtml } from "../lib/escape.js";
import type { BodyKind } from "../model/document.js";
import { codeRegions, createRegionAt } from "./code-regions.js";

const section = /<!\[CDATA\[/g;
/** Confluence stores code so. */
const code = /<ac:plain-text-body>\s*$/i;

/**
 * A section of XML's character data is to HTML a comment that ends at its first bracket. Feeds and exports have whole articles in
 * them, which stay as they are; what has no tags is text, and in Confluence's store code.
 */
export function withoutCharacterData(body: string, kind: BodyKind): string {
  if (!body.includes("<![CDATA[")) return body;
  const codeAt = createRegionAt(codeRegions(body, kind));
  let written = "";
  let from = 0;
  section.lastIndex = 0;
  for (let match = section.exec(body); match; match = section.exec(body)) {
    const end = body.indexOf("]]>", section.lastIndex);
    if (end < 0) break;
    if (codeAt(match.index)) continue;
    const before = body.slice(from, match.index);
    written += before + meaningOf(body.slice(section.lastIndex, end), before);
    from = end + 3;
    section.lastIndex = from;
  }
  return written + body.slice(from);
}

function meaningOf(content: string, before: string): string {
  if (code.test(before.slice(-100))) return `<pre>\n${escapeHtml(content)}</pre>`;
  return /<\/?[a-z][^<>]*>/i.test(content) ? content : escapeHtml(content);
}
