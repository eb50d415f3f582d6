import { expect, test } from "vitest";
import { bodyKind } from "../../src/loader/body-kind.js";

test.each([
  ["<div>\n  <p>Text</p>\n</div>\n"],
  ['</p>\n<div class="box">\n <p>\n  text\n </p>\n</div>'],
  ["{% include disclaimer.html %}\n<p>Text</p>\n<pre>a\n\n# b\n</pre>\n<p>&nbsp;</p>"],
  ["<p>One\n<p>Two\n<ul><li>a<li>b</ul>"],
  ['<!-- note -->\n<img src="a.png">\n'],
  ["<h2>T</h2>\n<table><tr><td>*x*</td></tr></table>\n<style>p > a { b: c }</style>"],
  [`<div>${"<p>text</p>\n".repeat(10_000)}</div>`],
])("%j is HTML", (body) => expect(bodyKind(body, "a.md")).toBe("html"));

test.each([
  [""],
  ["Text"],
  ["# Heading\n\n<div>x</div>"],
  ['<img src="a.png">\n\nText below.'],
  ["Bare text with <strong>tags</strong>.\n\nAnd more."],
  ['<a href="x">A link</a>'],
  ["<div>x</div>\n\n- item\n- item"],
  ["<style>p {}</style>\n\nText"],
  ['<div markdown="1">\n*a*\n</div>'],
  ["<div>\n\n## Heading\n\n</div>"],
  ["<p>a\n<ul><li>b</li></ul>\nText after."],
  ["<p>Not closed\n\n- a list\n- of things"],
  ["```html\n<div></div>\n```"],
  ["<https://x.example/>"],
  ["<div>x</div>\n{% highlight js %}\na < b\n{% endhighlight %}"],
])("%j is Markdown", (body) => expect(bodyKind(body, "a.markdown")).toBe("markdown"));

test("the extension of HTML decides", () => {
  expect(["a.html", "a.HTM", "a.xhtml", "a.html.erb"].map((path) => bodyKind("text", path))).toEqual(
    Array(4).fill("html"),
  );
});
