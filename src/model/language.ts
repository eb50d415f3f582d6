import type { Post } from "./post.js";

/** The language of a post's page, as a BCP 47 tag: the author's word, what the text shows, or the site's. */
export function languageOf(
  { lang, textLang }: Pick<Post, "lang" | "textLang">,
  config: { readonly lang: string },
): string {
  return lang ?? textLang ?? config.lang;
}
