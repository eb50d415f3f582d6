import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { ElementContent } from "hast";
import type { HLJSApi, LanguageFn } from "highlight.js";
import { expect, it } from "vitest";
import { parseHtml, printHtml } from "../../src/html/parse.js";
import { highlightCode } from "../../src/pipeline/code/highlight-code.js";
import { grammarOf } from "../../src/pipeline/code/languages.js";

const require = createRequire(import.meta.url);
/** As it is, while the pipeline's is told to make nodes. */
const library = (require("highlight.js/lib/core") as HLJSApi).newInstance();
for (const name of "typescript javascript css json bash markdown xml php python java cpp c sql".split(" "))
  library.registerLanguage(name, require(`highlight.js/lib/languages/${name}`) as LanguageFn);

const ofRepository = (file: string): string =>
  readFileSync(new URL(`../../${file}`, import.meta.url), "utf8").slice(0, 20_000);

it.each([
  ["typescript", ofRepository("src/html/walk.ts")],
  ["javascript", ofRepository("scripts/bundle.js")],
  ["css", ofRepository("assets/theme.css")],
  ["json", ofRepository("package.json")],
  ["bash", '#!/bin/bash\nfor f in *; do echo "$f $g" > /dev/null; done'],
  ["markdown", ofRepository("README.md")],
  ["html", "<!doctype html><style>a { b: 'c' }</style><p title=\"x\">&amp;<script>if (a < b) c()</script>"],
  ["php", '<p><?php function a($b) { return "$b[0]"; } ?></p>'],
  ["python", "@a\ndef f(x: int = 1) -> str:\n    return f\"{x} 'y'\"\n"],
  ["java", "public class A<T> extends B { /** @param x y */ void f() {} }"],
  ["cpp", '#include <a>\ntemplate<class T> int f() { return R"(x)" + 0x1f; }'],
  ["sql", "select * from a where b = 'c' -- d"],
  ["c", ""],
])("%s has the tokens of the library's own HTML", (language, code) => {
  const html = library.highlight(code, { language: grammarOf(language)!, ignoreIllegals: true }).value;
  expect(print(highlightCode(code, language)!)).toBe(print(withoutEmpty(parseHtml(html).children as ElementContent[])));
});

function print(children: ElementContent[]): string {
  return printHtml({ type: "root", children });
}

function withoutEmpty(nodes: readonly ElementContent[]): ElementContent[] {
  const kept: ElementContent[] = [];
  for (const node of nodes) {
    if (node.type !== "element") kept.push(node);
    else {
      const children = withoutEmpty(node.children);
      if (children.length > 0) kept.push({ ...node, children });
    }
  }
  return kept;
}
