import { recoverFormulas } from "../math/recover-formulas.js";
import { joinSpreadFormulas } from "../math/spread-formulas.js";
import { takeWrittenFormulas } from "../math/written-formulas.js";
import type { Step } from "../step.js";

/** Formulas are found in whatever form the page has them, and stand as TeX until the step `math` renders them. */
export const formulas: Step = {
  name: "formulas",
  transform(tree, article) {
    const { body, bodyKind, frontMatter } = article.document;
    if (!mayHold.test(body)) return;
    const rendered = recoverFormulas(tree, article);
    // Markdown has found its own before; and what a renderer has left alone is none.
    if (bodyKind === "markdown" || rendered) return;
    joinSpreadFormulas(tree, article);
    takeWrittenFormulas(tree, article, frontMatter.math ?? (rendersInBrowser.test(body) || undefined));
  },
};

/** A cheap look at the source: most posts have no formula. */
const mayHold =
  /\$|\\[([]|\\begin\{|katex|mathjax|math\/tex|mjx-container|mathcode|latex|codecogs|equation\?tex|mwe-math|cht=tx|math\.jianshu|media\/math/i;

/** The page loads a renderer, so its author writes formulas. */
const rendersInBrowser = /<script[^>]{0,300}(?:mathjax|katex)|text\/x-mathjax-config/i;
