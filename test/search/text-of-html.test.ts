import { describe, expect, test } from "vitest";
import { textOfHtml } from "../../src/search/text-of-html.js";

describe("the text that a reader sees", () => {
  test.each([
    ["words of two blocks do not run together", "<p>one</p><p>two</p>", " one  two "],
    ["marks within a word leave it whole", "<p>o<b>n</b>e</p>", " one "],
    ["an attribute may hold what ends a tag", `<a title="a > b" rel='">'>one</a>`, "one"],
    ["what is no tag is text", "1 <2 & 3", "1 <2 & 3"],
    ["a tag without an end is text", '<a href="one', '<a href="one'],
    ["a tag follows what only looks like one", "< <b>one</b>", "< one"],
    ["names that begin like those of blocks are none", "<pa>one</pa><fig>two", "onetwo"],
    ["all that begins with fig is a block", "one<figcaption>two", "one two"],
    ["scripts are not seen", "<script>if (a<b) c</script>one", "one"],
    ["a formula is its source", "<math><mi>x</mi><annotation encoding='t'>x^2</annotation></math>", "x^2"],
    ["references are characters", "a &lt; b &amp; c", "a < b & c"],
  ])("%s", (_, html, text) => {
    expect(textOfHtml(html)).toBe(text);
  });
});
