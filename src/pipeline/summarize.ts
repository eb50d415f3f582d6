import { withGiven } from "../lib/with-given.js";
import { countWords, readingMinutes } from "../lib/words.js";
import { readFileName } from "../model/file-name.js";
import type { Post } from "../model/post.js";
import type { Article } from "./article.js";
import { chooseCover } from "./cover.js";
import { describe } from "./describe.js";
import { chooseTitle } from "./steps/title.js";
import { firstText } from "./text-blocks.js";
import { textLanguage } from "./text-language.js";
import { TOPIC_TEXT, topicsOf } from "./topics.js";

/** The small part of a finished post that lists, feeds and links need. */
export function summarize(article: Article, hash: string): Post {
  const { document } = article;
  const { frontMatter } = document;
  const count = countWords(article.text);
  const cover = chooseCover(frontMatter, article.options);
  const source = frontMatter.source ?? article.source;
  const file = readFileName(document.path);
  const title = chooseTitle(article) || firstHeading(article) || titleFromSlug(file.slug);
  const description = describe(article);
  const text = firstText(article.tree, TOPIC_TEXT);
  const textLang = frontMatter.lang
    ? undefined
    : textLanguage({ title, description, text, count }, article.options.lang);
  const summary = {
    path: document.path,
    hash,
    frontMatter: { ...frontMatter, ids: { ...article.ids, ...frontMatter.ids } },
    title,
    date: frontMatter.date ?? 0,
    slug: frontMatter.slug ?? file.slug,
    description,
    excerptHtml: article.excerptHtml,
    headings: article.headings,
    urls: article.urls,
    topics: topicsOf(title, article.headings, text),
    wordCount: count.characters + count.words,
    readingMinutes: readingMinutes(count),
    origins: article.origins,
    changes: article.changes,
    hasCode: article.hasCode,
    messages: [...document.messages, ...article.messages],
  };
  const renamedIds = article.renamedIds.length > 0 ? article.renamedIds : undefined;
  const { updated, lang } = frontMatter;
  return withGiven(summary, {
    updated,
    lang: lang || undefined,
    textLang,
    cover,
    renamedIds,
    source: source || undefined,
  });
}

function firstHeading(article: Article): string | undefined {
  return article.headings[0]?.text;
}

/** As Jekyll names a post that has no title: the slug, spelled as words. */
function titleFromSlug(slug: string): string {
  return slug
    .split(/[-_]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(" ");
}
