import type { Step } from "./step.js";
import { captions } from "./steps/captions.js";
import { codeBlocks } from "./steps/code-blocks.js";
import { comments } from "./steps/comments.js";
import { embeds } from "./steps/embeds.js";
import { emptyBlocks } from "./steps/empty-blocks.js";
import { excerpt } from "./steps/excerpt.js";
import { figures } from "./steps/figures.js";
import { formulas } from "./steps/formulas.js";
import { headings } from "./steps/headings.js";
import { highlight } from "./steps/highlight.js";
import { ids } from "./steps/ids.js";
import { images } from "./steps/images.js";
import { links } from "./steps/links.js";
import { lists } from "./steps/lists.js";
import { localUrls } from "./steps/local-urls.js";
import { math } from "./steps/math.js";
import { paragraphs } from "./steps/paragraphs.js";
import { presentation } from "./steps/presentation.js";
import { sanitize } from "./steps/sanitize.js";
import { tables } from "./steps/tables.js";
import { title } from "./steps/title.js";
import { whitespace } from "./steps/whitespace.js";

/**
 * What happens to every body, after the cleanups of its origin (`cleanups/index.ts`). The order matters and is told here:
 * code first, so that nothing below mistakes it for prose; then meaning, space and structure; then what we make ourselves;
 * last the sanitizer, behind which nothing but reading and marking happens.
 */
export const steps: readonly Step[] = [
  comments,
  codeBlocks,
  formulas,
  embeds,
  images,
  captions,
  presentation,
  tables,
  lists,
  paragraphs,
  figures,
  emptyBlocks,
  whitespace,
  title,
  headings,
  links,
  math,
  ids,
  highlight,
  sanitize,
  excerpt,
  localUrls,
];
