import { escapeHtml } from "../lib/escape.js";
import type { BodyKind } from "../model/document.js";
import type { Article } from "./article.js";
import { codeRegions, createRegionAt } from "./code-regions.js";
import { missingNote } from "./missing.js";
import { mediaNames, shortcodeAddress } from "./shortcode-addresses.js";

/*
 * WordPress kept pictures' captions, films and code as `[shortcodes]` in its texts, and its exports still have them. They are
 * replaced before the body is parsed, since the code in them would be taken for tags. Unknown ones stay as the text they are.
 */

const languages =
  "actionscript3|applescript|bash|c|coldfusion|cpp|csharp|css|delphi|diff|erlang|fsharp|go|groovy|html|java|javafx|javascript|js|" +
  "latex|matlab|objc|perl|php|plain|powershell|python|r|ruby|scala|shell|sql|swift|text|vb|xml|yaml";

/** CodeColorer has letters for its options in the name, and the language behind it: `[ccn_php]`. */
const codeColorer = "cc[bceinw]{0,3}(?:_[\\w-]{1,20})?";

const name = `caption|wp_caption|gallery|${mediaNames}|code|sourcecode|source|${codeColorer}|crayon|highlight|math`;
const start = new RegExp(`\\[(${name}|${languages})((?:[\\s=][^\\]\\n]{0,600})?)\\]`, "gi");
/** Behind a word in brackets these make a link of it; behind options there may be a link. */
const linkSign = /[(:]|\[(?!\/)/y;

/** Whether a body has shortcodes: a sign of WordPress. Those that are words as well need an option or an end. */
export const shortcodeSign = new RegExp(
  [
    "\\[(?:wp_)?caption\\s[^\\]\\n]{0,300}(?:width|align|id)=",
    "\\[gallery(?:\\s[^\\]\\n]{0,300}=[^\\]\\n]{0,300})?\\](?![(\\[:])",
    '\\[(?:youtube|vimeo|dailymotion|soundcloud)(?:[\\s=]+"?(?:https?:)?//|\\s[^\\]\\n]{0,100}(?:url|id)=|=[\\w-]{6})',
    "\\[(?:embed|audio|video)(?:\\s[^\\]\\n]{0,300}(?:src|url|mp3|mp4)=|[^\\]\\n]{0,100}\\]https?:)",
    "\\[(?:tweet|gist|slideshare|scribd|googlemaps|googlevideo|wpvideo|instagram|flickr|spotify|ted|polldaddy)[\\s=][^\\]\\n]{0,200}(?:://|id=|poll=|spotify:|\\d{5})",
    "\\[(?:(?:source)?code|crayon|highlight)\\s[^\\]\\n]{0,300}=",
    `\\[/(?:sourcecode|code|php|java|python|javascript|csharp|cpp|xml|sql|bash|ruby|latex|math|crayon|flickr|${codeColorer})\\]`,
  ].join("|"),
  "i",
);

interface Shortcode {
  readonly name: string;
  readonly options: string;
  /** What is between its tags, if it has an end. */
  readonly content: string | undefined;
}

/** Replaces the shortcodes of a body by the HTML or Markdown that they stand for. */
export function replaceShortcodes(body: string, kind: BodyKind, article: Article): string {
  if (!body.includes("[") || !shortcodeSign.test(body)) return body;
  const codeAt = createRegionAt(codeRegions(body, kind));
  const ends = new EndTags(body);
  let written = "";
  let from = 0;
  start.lastIndex = 0;
  for (let match = start.exec(body); match; match = start.exec(body)) {
    const code = codeAt(match.index);
    if (code) {
      start.lastIndex = code.end;
      continue;
    }
    if (!match[2]!.includes("=") && isAt(linkSign, body, start.lastIndex)) continue;
    const shortcode = match[1]!.toLowerCase();
    const end = ends.after(shortcode, start.lastIndex);
    const content = end === undefined ? undefined : body.slice(start.lastIndex, end);
    if (shortcode === "gallery" && !match[2]!.includes("=") && !isAlone(body, match.index, start.lastIndex)) continue;
    const meaning = meaningOf({ name: shortcode, options: match[2]!, content }, kind);
    if (meaning === undefined) continue;
    article.record("shortcodes", "replace", `[${shortcode}]`, { sample: match[0] });
    const text = shortcode === "gallery" ? galleryOf(match[2]!, article, kind) : meaning.text;
    written += body.slice(from, match.index) + text;
    from = meaning.closed ? end! + shortcode.length + 3 : start.lastIndex;
    start.lastIndex = from;
  }
  return written + body.slice(from);
}

function isAt(pattern: RegExp, text: string, offset: number): boolean {
  pattern.lastIndex = offset;
  return pattern.test(text);
}

/** The pictures that it names by their addresses, or a note in the place of those that it does not. */
function galleryOf(options: string, article: Article, kind: BodyKind): string {
  const pictures = options.match(/(?:https?:)?\/\/[^\s"',|\]]+\.(?:jpe?g|png|gif|webp|avif|svg)\b[^\s"',|\]]*/gi) ?? [];
  if (pictures.length === 0) reportGallery(article);
  const shown =
    pictures.length === 0
      ? `<p>${missingNote("gallery", article)}</p>`
      : `<p>${pictures.map((src) => `<img src="${escapeHtml(src)}">`).join(" ")}</p>`;
  return kind === "markdown" ? `\n\n${shown}\n\n` : shown;
}

function reportGallery(article: Article): void {
  article.report("warning", "gallery", "The pictures of a [gallery] are in WordPress's database, not in the post", {
    note: "Write the pictures into the post where they belong",
  });
}

/** On a line of its own, tags of a paragraph aside. */
function isAlone(body: string, from: number, to: number): boolean {
  const before = body.slice(Math.max(0, from - 20), from);
  const after = body.slice(to, to + 20);
  return /(?:^|\n|<p>|<br ?\/?>)[ \t]*$/i.test(before) && /^[ \t]*(?:$|\n|<\/p>|<br ?\/?>)/i.test(after);
}

/** Finds end tags; one that does not come any more is not looked for again. */
class EndTags {
  readonly #body: string;
  readonly #lower: string;
  readonly #gone = new Set<string>();

  constructor(body: string) {
    this.#body = body;
    this.#lower = body.toLowerCase();
  }

  after(shortcode: string, from: number): number | undefined {
    if (this.#gone.has(shortcode)) return undefined;
    // Lower case may be longer than the original in some scripts; then case has to match.
    const text = this.#lower.length === this.#body.length ? this.#lower : this.#body;
    const at = text.indexOf(`[/${shortcode}]`, from);
    if (at >= 0) return at;
    this.#gone.add(shortcode);
    return undefined;
  }
}

/** `closed`: the end tag is a part of it. */
interface Meaning {
  readonly text: string;
  readonly closed: boolean;
}

function meaningOf(shortcode: Shortcode, kind: BodyKind): Meaning | undefined {
  const { name, options, content } = shortcode;
  switch (name) {
    case "caption":
    case "wp_caption":
      return content === undefined ? undefined : { text: captionOf(options, content, kind), closed: true };
    case "gallery":
      return { text: "", closed: false };
    case "math":
    case "latex":
      if (content !== undefined && isFormula(content)) return { text: `\\(${content.trim()}\\)`, closed: true };
      break;
    default:
      if (media.has(name)) return mediaOf(shortcode);
  }
  return content === undefined || name === "math" ? undefined : codeOf(shortcode, content, kind);
}

const media = new Set(mediaNames.split("|"));

/** `[latex]` may hold the source of a whole document as well. */
function isFormula(content: string): boolean {
  return content.trim() !== "" && !/\n\s*\n|\\(?:documentclass|begin\{document)|[<>[\]]/.test(content);
}

function option(options: string, key: string): string | undefined {
  const match = new RegExp(`(?:^|\\s)${key}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'\\]]+))`, "i").exec(options);
  return match?.[1] ?? match?.[2] ?? match?.[3];
}

const firstImage =
  /^\s*(?:<a\s[^<>]*>\s*<img\s[^<>]*>\s*<\/a>|<img\s[^<>]*>(?:<\/img>)?|\[!\[[^\]]*\]\([^)\s]*(?:\s+"[^"]*")?\)\]\([^)\s]*(?:\s+"[^"]*")?\)|!\[[^\]]*\]\([^)\s]*(?:\s+"[^"]*")?\))/;

/** The older kind has its text in an option, the newer behind the picture. */
function captionOf(options: string, content: string, kind: BodyKind): string {
  const image = firstImage.exec(content)?.[0] ?? content;
  const caption = content.slice(image.length).trim() || (option(options, "caption") ?? "").trim();
  // Between blank lines Markdown is read within the elements.
  const blank = kind === "markdown" ? "\n\n" : "";
  const text = caption && `<figcaption>${blank}${caption}${blank}</figcaption>`;
  return `${blank}<figure>${blank}${image.trim()}${blank}${text}${kind === "markdown" && text ? "\n" : ""}</figure>${blank}`;
}

/** A frame for the embeds step, which makes it a link. */
function mediaOf({ name, options, content }: Shortcode): Meaning | undefined {
  const inside =
    content !== undefined && /^\s*(?:https?:)?\/\/[^\s<>"[\]]+\s*$/.test(content) ? content.trim() : undefined;
  const written =
    inside ??
    option(options, "(?:src|url|mp4|mp3|m4a|m4v|ogg|ogv|wav|webm|wma|flv|id|poll)") ??
    options.replace(/^[\s=]+/, "").split(/\s/)[0] ??
    "";
  const address = shortcodeAddress(name, written.replace(/\\(?=[_*~])/g, "").replace(/^<|>$/g, ""));
  if (address === undefined) return undefined;
  const tag = name === "audio" || name === "video" ? name : "iframe";
  const frame = `<${tag} src="${escapeHtml(address.replaceAll("&amp;", "&"))}"${tag === "iframe" ? "" : " controls"}></${tag}>`;
  return { text: `\n\n${frame}\n\n`, closed: content !== undefined && (inside !== undefined || content.trim() === "") };
}

const noLanguage = new Set(["code", "sourcecode", "source", "crayon", "highlight", "plain", "text"]);

/** A word in brackets may be just that: code has options, several lines, or both tags close together. */
function codeOf({ name, options }: Shortcode, content: string, kind: BodyKind): Meaning | undefined {
  const lines = content.includes("\n") || /<br\s*\/?>|<\/p>/i.test(content);
  const [, letters, suffix] = /^cc([bceinw]{0,3})(?:_(.+))?$/.exec(name) ?? [];
  if (letters?.includes("i")) return { text: `<code>${escapeHtml(decodeCode(content))}</code>`, closed: true };
  if (!lines && !options.includes("=") && name !== "sourcecode" && suffix === undefined) return undefined;
  const plain = letters !== undefined || noLanguage.has(name);
  const written = option(options, "(?:lang|language)") ?? suffix ?? (plain ? "" : name);
  const language = /^[\w+#.-]+$/.test(written) ? written.toLowerCase() : "";
  const code = decodeCode(content);
  if (kind === "html") {
    const attribute = language && ` class="language-${language}"`;
    return { text: `<pre><code${attribute}>${escapeHtml(code)}</code></pre>`, closed: true };
  }
  const fence = "~".repeat(Math.max(3, ...[...code.matchAll(/~+/g)].map(([run]) => run.length + 1)));
  return { text: `\n\n${fence}${language}\n${code}\n${fence}\n\n`, closed: true };
}

/** Editors wrote line breaks as tags and brackets as references. */
function decodeCode(content: string): string {
  return content
    .replace(/<br\s*\/?>[ \t]*\n?/gi, "\n")
    .replace(/<\/p>\s*<p>/gi, "\n\n")
    .replace(/<\/?p>/gi, "")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;|&#0?34;/g, '"')
    .replace(/&#0?39;|&#8217;/g, "'")
    .replace(/&nbsp;/g, " ")
    .replace(/&amp;/g, "&")
    .replace(/^[ \t]*\n/, "")
    .trimEnd();
}
