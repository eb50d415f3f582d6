import { expect, test } from "vitest";
import { parseHtml } from "../../src/html/parse.js";
import { firstText } from "../../src/pipeline/text-blocks.js";
import { TOPIC_TEXT, topicsOf } from "../../src/pipeline/topics.js";

test("words of the title and the headings come first; common words, code and numbers not at all", () => {
  const tree = parseHtml(
    `<p>我们可以用浮石刮去羊皮纸上的墨迹。浮石很轻，羊皮纸很贵。The scraper and the scraper.</p>
     <pre>const identifier = 1; identifier(); identifier()</pre><p>2024 2024 2024</p>`,
  );
  expect(topicsOf("浮石", [{ text: "羊皮纸" }], firstText(tree, TOPIC_TEXT))).toEqual(["浮石", "羊皮纸", "scraper"]);
});

test("names with signs stay whole and are folded", () => {
  const tree = parseHtml("<p>Node.js and C++17, again用node.js和C++17写。</p>");
  expect(topicsOf("", [], firstText(tree, TOPIC_TEXT))).toEqual(["c++17", "node.js"]);
});

test("at most twelve", () => {
  const words = Array.from({ length: 30 }, (_, number) => `word${String.fromCharCode(97 + number)}x`).join(" ");
  expect(topicsOf("", [], `${words} ${words}`)).toHaveLength(12);
});
