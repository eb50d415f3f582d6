import { fieldOf } from "./front-matter.mjs";

/**
 * Does to a source what its old generator would have done with Liquid, as far as a reader of the page would notice: code stays
 * code, URLs lose their placeholders, WordPress shortcodes become what they stood for. Other tags are left for the comparison to
 * ignore.
 * @param {string} body @param {"html" | "markdown"} kind @param {string} fields front matter as written
 */
export function resolveLiquid(body, kind, fields) {
  return fillPageValues(body, fields)
    .replace(/\{%-?\s*comment\s*-?%\}[\s\S]*?\{%-?\s*endcomment\s*-?%\}/g, "")
    .replace(/\{%-?\s*raw\s*-?%\}|\{%-?\s*endraw\s*-?%\}/g, "")
    .replace(
      /^([ \t]*)\{%-?\s*highlight\s+([\w+#-]+)[^%]*%\}[ \t]*\n?([\s\S]*?)\{%-?\s*endhighlight\s*-?%\}/gm,
      (_, indent, language, code) => (kind === "html" ? codeElement(code) : fence(indent, language, code)),
    )
    .replace(/\{%-?\s*(?:post_url|link)\s+(\S+?)\s*-?%\}/g, "/$1")
    .replace(/(["'(]?)\{\{[<%]\s*(?:rel)?ref\s+["']?([^"'\s>%]+)["']?\s*[%>]\}\}/g, (_, sign, page) =>
      sign === "" ? "" : `${sign}/${page}`,
    )
    .replace(/\{\{-?\s*["']([^"']*)["']\s*\|[^}]*\}\}/g, "$1")
    .replace(/(["'(=]\s*|^ {0,3}\[[^\]\n]+\]:\s*)\{\{-?\s*(?:site|page)\.[\w.-]+\s*(?:\|[^}]*)?\}\}/gm, "$1");
}

/** Outside code `{{ page.key }}` shows what the front matter says. @param {string} body @param {string} fields */
function fillPageValues(body, fields) {
  return body.replace(
    /^([`~]{3,})[\s\S]*?^\1|<(pre|code|script)\b[\s\S]*?<\/\2|\{%-?\s*(raw|highlight)\b[\s\S]*?end\3|`[^`\n]*`|\{\{-?\s*page\.([\w-]+)\s*-?\}\}/gm,
    (whole, _fence, _element, _tag, key) => {
      const value = key === undefined ? undefined : fieldOf(fields, key);
      // Only what stands on the line of its key is sure to be the whole value.
      return value === undefined || /^[|>&*[{]?$|^[|>[{]/.test(value) ? whole : escaped(value);
    },
  );
}

/** @param {string} text */
function escaped(text) {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;");
}

/** @param {string} code */
function codeElement(code) {
  const escaped = code.replace(/&/g, "&amp;").replace(/</g, "&lt;");
  return `<pre><code>\n${escaped}</code></pre>`;
}

/** @param {string} indent @param {string} language @param {string} code */
function fence(indent, language, code) {
  const marks = "~".repeat(12);
  return `${indent}${marks}${language}\n${code.replace(/\n?[ \t]*$/, "")}\n${indent}${marks}\n`;
}

/** Shortcodes that show what is elsewhere, and those around code. */
const ELSEWHERE =
  "tweet|gist|slideshare|scribd|googlemaps|googlevideo|wpvideo|instagram|flickr|spotify|soundcloud|dailymotion|polldaddy";
const CODE =
  "sourcecode|code|cc[a-z]{0,3}(?:_\\w+)?|crayon|highlight|js|csharp|php|python|java|ruby|bash|sql|xml|css|html";

/** WordPress shortcodes as the elements they stood for; galleries hold nothing that is in the post. @param {string} body */
export function resolveShortcodes(body) {
  return (
    body
      .replace(/\[caption\b[^\]]*?\bcaption=(["'])(.*?)\1[^\]]*\]([\s\S]*?)\[\/caption\]/g, "$3 $2 ")
      .replace(/\[caption\b[^\]]*\]([\s\S]*?)\[\/caption\]/g, "$1")
      .replace(/\[(?:youtube|vimeo|embed)(?:[= ])[^\]]*?(https?:[^\]\s]+)[^\]]*\]/g, '<iframe src="$1"></iframe>')
      .replace(/\[(?:youtube|vimeo|embed)\](https?:[^[\s]+)\[\/\w+\]/g, '<iframe src="$1"></iframe>')
      .replace(/\[gallery[^\]]*\]/g, "")
      .replace(/\[(audio|video)\b[^\]]*?((?:https?:)?\/\/[^\]\s"'|]+)[^\]]*\](?:\s*\[\/\1\])?/g, '<$1 src="$2"></$1>')
      .replace(
        new RegExp(`\\[(?:${ELSEWHERE})(?:[= ])[^\\]]*?(https?:[^\\]\\s"']+)[^\\]]*\\](?:\\[/\\w+\\])?`, "g"),
        '<iframe src="$1"></iframe>',
      )
      .replace(new RegExp(`\\[(${ELSEWHERE})\\](https?:[^[\\s]+)\\[/\\1\\]`, "g"), '<iframe src="$2"></iframe>')
      // Of an id alone another reading makes another address.
      .replace(new RegExp(`\\[(?:${ELSEWHERE}) [^\\]\\n]*\\]`, "g"), "")
      .replace(/\[(latex|math)\]([^[\n]*)\[\/\1\]/g, " $2 ")
      .replace(/\$latex\s/g, "$")
      .replace(/\[(cc[a-z]?i[a-z]?)\b[^\]]*\]([^[\n]*)\[\/\1\]/g, "<code>$2</code>")
      .replace(new RegExp(`\\[(${CODE})\\b([^\\]]*)\\]([\\s\\S]*?)\\[/\\1\\]`, "g"), (whole, _name, options, code) =>
        /=/.test(options) || code.includes("\n")
          ? codeElement(
              code
                .replace(/&lt;/g, "<")
                .replace(/&gt;/g, ">")
                .replace(/&quot;/g, '"')
                .replace(/&amp;/g, "&"),
            )
          : whole,
      )
  );
}
