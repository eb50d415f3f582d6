import { describe, expect, test } from "vitest";
import { defaultConfig } from "../../src/config/defaults.js";
import { loadDocument } from "../../src/loader/load.js";
import { withoutBoilerplate } from "../../src/pipeline/boilerplate.js";
import { processDocument } from "../../src/pipeline/process.js";

const options = defaultConfig().pipeline;

function descriptionOf(body: string, frontMatter = ""): string {
  const bytes = Buffer.from(`---\ntitle: T\ndate: 2025-01-01\n${frontMatter}\n---\n${body}`);
  const document = loadDocument({ path: "posts/2025-01-01-t.html", bytes, folder: "posts" }, options);
  return processDocument(document, "0", options).post.description;
}

describe("the first sentences that carry the post", () => {
  test.each([
    [
      "headings are no part of it",
      "<h2>前言</h2><p>茶凉得很快。</p><h2>水温</h2><p>先量水。</p>",
      "茶凉得很快。先量水。",
    ],
    ["nor is code", "<p>Look at this:</p><pre>int x;</pre><p>It is short.</p>", "Look at this: It is short."],
    [
      "nor a table of contents",
      '<p>文章目录</p><ul><li><a href="#a">一、茶</a></li><li><a href="#b">二、水</a></li></ul><h2 id="a">一、茶</h2><h2 id="b">二、水</h2><p>水要烧开。</p>',
      "水要烧开。",
    ],
    ["a label goes, its sentence stays", "<p><strong>摘要：</strong>本文比较三种水温。</p>", "本文比较三种水温。"],
    [
      "whose it is says nothing",
      "<p>原创 阿梅 2024-01-02</p><p>版权声明：本文遵循某协议。</p><p>By Mei Arden</p><p>水要烧开。</p>",
      "水要烧开。",
    ],
    ["templates that were left standing", "<p>提示：写完文章后，目录可以自动生成</p><p>水要烧开。</p>", "水要烧开。"],
    ["words without a paragraph", "水要烧开。", "水要烧开。"],
    ["a list is text", "<ul><li>First boil.</li><li>Then wait.</li></ul>", "First boil. Then wait."],
    ["a post that has nothing else", "<h2>Only a heading</h2>", "Only a heading"],
  ])("%s", (_, body, expected) => {
    expect(descriptionOf(body)).toBe(expected);
  });

  test("a long one ends with a sentence", () => {
    const sentence = "泡茶之前先把壶烫热，水温才不会一下子降下去。";
    expect(descriptionOf(`<p>${sentence.repeat(20)}</p>`)).toBe(sentence.repeat(7));
  });
});

describe("what the author wrote", () => {
  test("is kept", () => {
    expect(descriptionOf("<p>水要烧开。</p>", "description: 怎样泡茶")).toBe("怎样泡茶");
    expect(descriptionOf("<p>Boil water.</p>", "description: Why a pot, not a kettle, should be warmed first")).toBe(
      "Why a pot, not a kettle, should be warmed first",
    );
  });

  test.each([
    "本文介绍了泡茶的三个步骤，比较了三种水温对香气与滋味的影响，最后给出一张对照表供大家参考，解决传统方式",
    "泡茶的水温应该是多少才合适_泡茶水温 多少度",
  ])("unless a platform made a fragment of it: %s", (fragment) => {
    expect(descriptionOf("<p>水要烧开。</p>", `description: ${fragment}`)).toBe("水要烧开。");
    // Better than nothing.
    expect(descriptionOf("<pre>x</pre>", `description: ${fragment}`)).toBe(fragment);
  });

  test("unless it is a sentence of the text that a platform cut off", () => {
    const body = "<h2>前言</h2><p>泡茶之前先把壶烫热，水温才不会一下子降下去，香气也出得来。</p>";
    expect(descriptionOf(body, "description: 前言泡茶之前先把壶烫热，水温才不会一下子降下去，香")).toBe(
      "泡茶之前先把壶烫热，水温才不会一下子降下去，香气也出得来。",
    );
  });
});

test.each([
  "更新换代的速度很快。",
  "By the way, this works.",
  "前言不搭后语的人很多。",
  "Introduction of tea to Europe took long.",
])("%s is a sentence like any other", (text) => {
  expect(withoutBoilerplate(text)).toBe(text);
});
