export interface Pointed {
  readonly text: string;
  /** Addresses that were found. */
  readonly found: ReadonlySet<string>;
}

/**
 * The source of a post in which attributes, Markdown's pictures and values of the front matter name the copies of pictures
 * instead of their addresses (`copies`: address → site path). What a sentence says stays as it is. The text may be bytes in
 * latin1, then so are the addresses: nothing else of the file changes, whatever its encoding.
 */
export function pointToCopies(text: string, copies: ReadonlyMap<string, string>): Pointed {
  const spellings = new Map<string, string>();
  for (const url of copies.keys()) for (const spelling of spellingsOf(url)) spellings.set(spelling, url);
  if (spellings.size === 0) return { text, found: new Set() };
  const any = [...spellings.keys()]
    .sort((a, b) => b.length - a.length)
    .map(literal)
    .join("|");
  const found = new Set<string>();
  const point = (part: string, before: string) =>
    part.replace(new RegExp(`(?<=${before})(?:${any})(?=${behind})`, "g"), (spelling) => {
      const url = spellings.get(spelling)!;
      found.add(url);
      return copies.get(url)!;
    });
  const head = /^(?:\xef\xbb\xbf|\ufeff)?---[ \t]*\r?\n[\s\S]*?\n---[ \t]*(?:\r?\n|$)/.exec(text)?.[0] ?? "";
  return { text: point(head, beforeInYaml) + point(text.slice(head.length), beforeInBody), found };
}

/** The address ends here: the same with something behind it is another one. */
const behind = "[\"'\\s)<>#,\\]}]|&(?:quot|#39|gt|lt);|$";

const beforeInYaml = "[\"'\\s\\[({,]";

/** A quote, an attribute without one, the next picture of a `srcset`, and what Markdown has before an address. */
const beforeInBody = [
  "[\"']\\s*",
  "\\s[\\w-]+\\s*=\\s*",
  "\\d[wx]\\s*,\\s*",
  "\\]\\(\\s*<?",
  "(?:^|\\n) {0,3}\\[[^\\]\\n]*\\]:\\s*<?",
].join("|");

/** As attributes may have it, with references. */
function spellingsOf(url: string): readonly string[] {
  const escaped = url.replaceAll("&", "&amp;");
  return url === escaped ? [url] : [url, escaped];
}

const literal = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
