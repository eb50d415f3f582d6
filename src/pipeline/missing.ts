import { escapeHtml } from "../lib/escape.js";
import type { Article } from "./article.js";

/** What the old site showed and the post does not hold. */
export type Missing = "gallery" | "video";

/** English, then Chinese. */
const notes: Readonly<Record<Missing, readonly [string, string]>> = {
  gallery: ["A gallery of pictures stood here", "此处原有一组图片"],
  video: ["A video stood here", "此处原有一段视频"],
};

/** Words that tell a reader of the gap, in the language of the post. */
export function missingWords(what: Missing, { document, options }: Article): string {
  return notes[what][/^zh\b/i.test(document.frontMatter.lang ?? options.lang) ? 1 : 0];
}

/** The same as HTML, with a link to where the post was first published, if that is known. */
export function missingNote(what: Missing, article: Article): string {
  const words = `[${missingWords(what, article)}]`;
  const { source, canonical } = article.document.frontMatter;
  const href = [source, canonical].find((address) => address && /^https?:\/\//i.test(address));
  return href ? `<a href="${escapeHtml(href)}">${words}</a>` : `<em>${words}</em>`;
}
