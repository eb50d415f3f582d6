import { classList, textContent } from "../../html/query.js";
import { codeOfBlock } from "../code/code-block.js";
import { highlightCode } from "../code/highlight-code.js";
import type { Step } from "../step.js";

/** Colours blocks of code: as another highlighter has found, or by our own where the language is known. */
export const highlight: Step = {
  name: "highlight",
  visitor: {
    enter: {
      pre(element, article) {
        const code = codeOfBlock(element);
        if (!code || !article.options.highlight) return;
        const [text] = code.children;
        if (text?.type !== "text" || code.children.length > 1) return;
        const tokens = code.data?.tokens;
        // The sanitizer would copy what is noted there, node by node.
        delete code.data;
        const language = classList(code)
          .find((name) => name.startsWith("language-"))
          ?.slice(9);
        if (tokens && textContent({ type: "root", children: tokens }) === text.value) code.children = tokens;
        else if (language) code.children = highlightCode(text.value, language) ?? code.children;
      },
    },
  },
};
