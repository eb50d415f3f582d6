import type { BodyKind } from "../model/document.js";
import type { Article } from "./article.js";
import { placeOf } from "./swallowed.js";
import { anyCase, createFind, type Find } from "./text-search.js";

/*
 * `if a<b and so on</p>`: to a parser the words behind the bracket are attributes of a `<b>`, which goes on to the next `>`. A tag that
 * names attributes which are none, and then runs into another tag, is text whose bracket was not escaped.
 */

const interesting = /<(?:!--|(script|style|textarea|title|xmp)(?=[\s/>])|[a-z][a-z0-9]*(?=\s))/gi;
const valued = /[^\s"'<>=/]+\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>]+)/g;
/** An address or a title may have brackets in it. */
const openValue = /=\s*(?:"[^"]*|'[^']*)$/;
/** Attributes without a value that people wrote. */
const flags =
  /^(?:allowfullscreen|async|autoplay|checked|compact|controls|crossorigin|data-[\w-]*|declare|defer|disabled|download|hidden|imageanchor|itemscope|loop|multiple|muted|nohref|noresize|noshade|novalidate|nowrap|open|playsinline|readonly|required|reversed|selected|webkitallowfullscreen|mozallowfullscreen)$/i;

/** A tag with attributes that runs into another one: few bodies have any. */
const runsInto = /<[a-z][a-z0-9]*\s[^<>]*(?:<(?![/!a-z])[^<>]*)*<[/!a-z]/i;
const tagOrEnd = />|<(?=[/!a-z])/gi;

/** So many are told one by one. */
const told = 10;

/** The body with brackets that are text written as `&lt;`. Markdown's parser reads such a bracket as text itself. */
export function withStrayBrackets(body: string, kind: BodyKind, article: Article): string {
  if (kind === "markdown" || !runsInto.test(body)) return body;
  const find = createFind(body);
  let written = "";
  let from = 0;
  let count = 0;
  interesting.lastIndex = 0;
  for (let match = interesting.exec(body); match; match = interesting.exec(body)) {
    const hidden = endOfHidden(match, find);
    if (hidden !== undefined) {
      interesting.lastIndex = hidden;
      continue;
    }
    const end = endOfProse(body, interesting.lastIndex);
    if (end === undefined) continue;
    count += 1;
    const beginning = body.slice(match.index, match.index + 80);
    article.record("swallowed", "rewrite", "bracket that is text", { sample: beginning });
    if (count <= told) report(article, beginning, end - match.index);
    written += `${body.slice(from, match.index)}&lt;`;
    from = match.index + 1;
  }
  return written + body.slice(from);
}

/** Where a comment or an element ends whose inside has no tags; an open one hides the rest. */
function endOfHidden(match: RegExpExecArray, find: Find): number | undefined {
  const behind = match.index + match[0].length;
  if (match[0] === "<!--") return find("--!?>", match.index + 2)?.end ?? match.input.length;
  if (match[1] === undefined) return undefined;
  return find(`</${anyCase(match[1].toLowerCase())}(?=[\\s/>])`, behind)?.end ?? match.input.length;
}

/** The offset of the tag that is run into, if what stands before it is prose. */
function endOfProse(body: string, from: number): number | undefined {
  tagOrEnd.lastIndex = from;
  const end = tagOrEnd.exec(body)?.index;
  if (end === undefined || body[end] === ">") return undefined;
  const inside = body.slice(from, end);
  if (openValue.test(inside)) return undefined;
  const words = inside
    .replace(valued, "")
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word) && !flags.test(word));
  return words.length > 1 || (words.length === 1 && body[end + 1] === "/") ? end : undefined;
}

function report(article: Article, beginning: string, size: number): void {
  article.messages.push({
    severity: "warning",
    ruleId: "unescaped-bracket",
    reason: `A bracket that is text begins a tag, which would hide ${size} characters`,
    note: "They are shown all the same; write &lt; for a bracket that is text",
    file: article.document.path,
    ...placeOf(article, beginning),
  });
}
