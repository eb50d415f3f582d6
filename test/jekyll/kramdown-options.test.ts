import { expect, it } from "vitest";
import { jekyllSite } from "./site.js";

async function converted(config: string, text: string): Promise<string> {
  const site = jekyllSite({ "_config.yml": config, "page.md": `---\n---\n${text}` });
  await site.build();
  return site.read("page.html");
}

// What Jekyll 4.3 with kramdown 2.4 makes of the same.
it("headings can be moved down, footnotes begin at a number and lead back by a sign of one's own", async () => {
  const config = "kramdown: {header_offset: 1, footnote_nr: 5, footnote_backlink: up}\n";
  const html = await converted(config, "# One\n\na[^n]\n\n[^n]: Note\n");
  expect(html).toContain('<h2 id="one">One</h2>');
  expect(html).toContain('rel="footnote">5</a>');
  expect(html).toContain('<ol start="5">');
  expect(html).toContain('role="doc-backlink">up</a>');
});

it.each([
  ["as_char", "<p>© – it’s “so” &amp; \u00a0</p>"],
  ["numeric", "<p>&#169; &#8211; it&#8217;s &#8220;so&#8221; &amp; &#160;</p>"],
  ["as_input", "<p>&copy; &#8211; it&#8217;s &#8220;so&#8221; &amp; &nbsp;</p>"],
  ["symbolic", "<p>&copy; &ndash; it&rsquo;s &ldquo;so&rdquo; &amp; &nbsp;</p>"],
])("entity_output: %s", async (output, expected) => {
  const html = await converted(`kramdown: {entity_output: ${output}}\n`, '&copy; -- it\'s "so" &amp; &nbsp;\n');
  expect(html.trim()).toBe(expected);
});

it("smart_quotes names the quotes", async () => {
  expect(await converted("kramdown: {smart_quotes: 'apos,apos,quot,quot'}\n", 'it\'s "so"\n')).toBe(
    '<p>it\'s "so"</p>\n',
  );
  expect(await converted("kramdown: {smart_quotes: [sbquo, lsquo, bdquo, 8220]}\n", 'it\'s "so"\n')).toBe(
    "<p>it‘s „so“</p>\n",
  );
});

it("without a highlighter code is only code", async () => {
  const text = "```ruby\nputs 'x'\n```\n\n`y`\n\n{% highlight ruby %}\na < 'b'\n{% endhighlight %}\n";
  expect(await converted("highlighter: none\n", text)).toBe(
    [
      "<pre><code class=\"language-ruby\">puts 'x'\n</code></pre>\n",
      "<p><code>y</code></p>\n",
      '<figure class="highlight"><pre><code class="language-ruby" data-lang="ruby">a &lt; &#39;b&#39;</code></pre></figure>\n\n',
    ].join("\n"),
  );
});

it("lines of code are numbered", async () => {
  const config = "kramdown: {syntax_highlighter_opts: {block: {line_numbers: true, start_line: 9}}}\n";
  expect(await converted(config, "```text\na\nb\n```\n\n`c`\n")).toBe(
    '<div class="language-text highlighter-rouge"><div class="highlight"><pre class="highlight"><code>' +
      '<table class="rouge-table"><tbody><tr><td class="rouge-gutter gl"><pre class="lineno">9\n10\n</pre></td>' +
      '<td class="rouge-code"><pre>a\nb\n</pre></td></tr></tbody></table></code></pre></div></div>\n\n' +
      '<p><code class="language-plaintext highlighter-rouge">c</code></p>\n',
  );
});

// What Jekyll 4.3 with kramdown 2.4 makes of the same.
it.each([
  ["<script>x</script>", "<script>x</script>\n\n"],
  ["<style>x</style>\na", "<style>x</style>\n\n<p>a</p>\n"],
  ['<link rel="a">\n<link rel="b">', '<link rel="a" />\n\n<link rel="b" />\n\n'],
  ["<hr>\n\n\na", "<hr />\n\n<p>a</p>\n"],
  ["<pre>x</pre>\na", "<pre>x</pre>\n<p>a</p>\n"],
  ['<div markdown="1">\n<hr>\n</div>', "<div>\n  <hr />\n\n</div>\n"],
  ["- a\n\n  <script>x</script>", "<ul>\n  <li>\n    <p>a</p>\n\n    <script>x</script>\n  </li>\n</ul>\n\n"],
])("a blank line follows scripts, styles and empty elements: %j", async (text, expected) => {
  expect(await converted("", text)).toBe(expected);
});
