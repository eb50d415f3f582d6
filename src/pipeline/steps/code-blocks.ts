import type { Element, ElementContent } from "hast";
import { element as create } from "../../html/create.js";
import { classList, isElement, stringAttribute } from "../../html/query.js";
import type { Article } from "../article.js";
import type { Step } from "../step.js";

/** Every code block becomes `<pre><code class="language-x">` with its text, line by line. */
export const codeBlocks: Step = {
  name: "code-blocks",
  visitor: {
    enter: {
      pre(element, article) {
        article.hasCode = true;
        const language = languageOf(element, article);
        const images = imagesIn(element);
        const text = codeText(element).replace(/^\n/, "").replace(/\s+$/, "\n");
        element.properties = {};
        element.children = [create("code", language ? { className: [`language-${language}`] } : {}, [text])];
        return images.length > 0 ? [element, ...images] : undefined;
      },
    },
  },
};

const lineBlocks = new Set(["p", "div", "li", "blockquote", "pre", "tr"]);
const gutters = /^(?:pre-numbering|hljs-ln-numbers|gutter|lineno|line-numbers?|linenos|hljs-button)$/;

/** `<br>` and the ends of blocks are line ends; gutters of line numbers are no code. */
function codeText(node: Element): string {
  let text = "";
  const hasBlocks = node.children.some((child) => isElement(child) && lineBlocks.has(child.tagName));
  for (const child of node.children) {
    // Indentation between the blocks of a pretty-printed list of lines is not the author's.
    if (child.type === "text") text += hasBlocks && child.value.trim() === "" ? "" : child.value;
    if (child.type !== "element" || classList(child).some((name) => gutters.test(name))) continue;
    if (child.tagName === "br") text += "\n";
    else if (lineBlocks.has(child.tagName))
      text += `${text === "" || text.endsWith("\n") ? "" : "\n"}${codeText(child).replace(/\n$/, "")}\n`;
    else text += codeText(child);
  }
  return text.replaceAll("\u00a0", " ");
}

function languageOf(pre: Element, _article: Article): string | undefined {
  const holders = [pre, ...pre.children.filter((child): child is Element => isElement(child, "code"))];
  for (const holder of holders) {
    const names = classList(holder).join(" ");
    const match = /(?:^| )(?:language-|lang-|brush: ?|highlight-source-)([\w+#-]+)/.exec(names);
    const language = match?.[1] ?? stringAttribute(holder, "data-lang") ?? stringAttribute(holder, "lang");
    if (language && /^[\w+#.-]+$/.test(language)) return language.toLowerCase();
  }
  return undefined;
}

/** A picture among the code is put behind it. */
function imagesIn(node: Element): ElementContent[] {
  return node.children.flatMap((child) =>
    isElement(child, "img") ? [child] : isElement(child) ? imagesIn(child) : [],
  );
}
