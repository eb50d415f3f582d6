import { parseFragment } from "parse5";
import { bodyKindOf } from "./body-kind.mjs";
import { removeChrome } from "./chrome.mjs";
import { fieldOf, splitFrontMatter } from "./front-matter.mjs";
import { resolveLiquid, resolveShortcodes } from "./liquid.mjs";
import { renderMarkdown } from "./markdown.mjs";
import { readTree } from "./read.mjs";
import { attribute, elementsIn } from "./tree.mjs";

/** @import { Reading } from "./model.d.ts" */

/**
 * What a reader of the old page saw.
 * @param {string} source the whole file @param {string} extension with its dot
 * @returns {{ reading: Reading, kind: "html" | "markdown", liquid: boolean, targets: ReadonlySet<string> }} `targets`: ids of the old page
 */
export function readSource(source, extension) {
  const { fields, body } = splitFrontMatter(source);
  const kind = bodyKindOf(body, extension);
  const liquid = fieldOf(fields, "render_with_liquid") !== "false";
  const resolved = liquid ? resolveShortcodes(resolveLiquid(body, kind, fields)) : body;
  const maths = /^(?:true|yes|on)$/i.test(
    ["math", "mathjax", "katex", "use_math", "usemathjax", "latex"].map((key) => fieldOf(fields, key)).find(Boolean) ??
      "",
  );
  // An exporter wrote each slash as a reference, those of closing tags too.
  const closed = resolved.replace(/<&#47;(?=[a-z]+\d?>)/gi, "</");
  const root = parseFragment(kind === "html" ? closed : renderMarkdown(closed, maths));
  const targets = new Set(
    [...elementsIn(root)]
      .flatMap((element) => [attribute(element, "id"), attribute(element, "name")])
      .filter((id) => id !== undefined),
  );
  removeChrome(root);
  return { reading: readTree(root), kind, liquid, targets };
}
