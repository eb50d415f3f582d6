import { withoutMarks } from "../html/marks.js";
import type { Article } from "./article.js";
import { withoutCharacterData } from "./character-data.js";
import { withPlainSlashes } from "./escaped-slashes.js";
import { withHabrCode } from "./habr-code.js";
import { withoutJekyllTags } from "./jekyll-tags.js";
import { replaceShortcodes } from "./shortcodes.js";
import { withStrayBrackets } from "./stray-brackets.js";
import { releaseSwallowed } from "./swallowed.js";

/** The body as text, before anything is parsed: tags of old generators, and what the parser would misread. */
export function prepareSource(article: Article): string {
  const { body, bodyKind, frontMatter } = article.document;
  const written = withHabrCode(withoutCharacterData(withPlainSlashes(withoutMarks(body)), bodyKind));
  // Liquid first: code in it may look like anything.
  const plain =
    frontMatter.renderWithLiquid === false
      ? written
      : withoutJekyllTags(
          written,
          bodyKind,
          (rule, action, sample) => article.record("jekyll-tags", action, rule, { sample }),
          frontMatter,
        );
  const shown = releaseSwallowed(replaceShortcodes(plain, bodyKind, article), bodyKind, article);
  return withStrayBrackets(shown, bodyKind, article);
}
