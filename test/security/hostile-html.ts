import fc from "fast-check";

/*
 * Random documents in the shapes that break sanitizers: elements whose content is parsed by rules of their own, misnested
 * and unclosed tags, attributes in every slot, and characters that parsers treat specially.
 */

const tags = (
  "p div span a b i font nobr table tr td th tbody caption colgroup col ul ol li dl dt dd pre code h1 h2 h6 blockquote " +
  "details summary figure figcaption section img br hr input button form select option textarea script style template " +
  "noscript title xmp iframe noembed noframes plaintext svg math mi mo mn ms mtext mglyph malignmark annotation-xml " +
  "foreignObject desc path use animate set image picture source video audio track ruby rt rp object embed param base " +
  "meta link center marquee applet frameset html head body main article x-unknown"
).split(" ");

const attributes = [
  "",
  ' id="x"',
  " id=config",
  " name=x",
  ' class="language-js hljs-keyword evil"',
  ' style="position:fixed;background:url(//evil.example)"',
  ' href="javascript:alert(1)"',
  ' href=" java\nscript:alert(1)"',
  ' href="#x"',
  ' href="https://a.example/?a=1&b=2"',
  ' href="data:text/html,<script>alert(1)</script>"',
  ' xlink:href="javascript:alert(1)"',
  ' src="data:image/svg+xml,<svg onload=alert(1)>"',
  ' src="data:image/png;base64,AAAA"',
  " src=x onerror=alert(1)",
  ' srcset="a.png 1x, javascript:alert(1) 2x"',
  ' srcdoc="<script>alert(1)</script>"',
  ' action="javascript:alert(1)" formaction="javascript:alert(1)"',
  ' title="</title><script>alert(1)</script>"',
  ' title="--><img src=x onerror=alert(1)>"',
  ' encoding="text/html"',
  ' colspan="2" rowspan=3',
  ' width="1e3" height="-1"',
  " onclick=alert(1) ONLOAD=alert(1)",
  ' attributeName=href values="javascript:alert(1)" to="javascript:alert(1)"',
  ' __proto__="x" constructor=y',
  ' headers="x config"',
  ' dir=rtl lang="zh-CN"',
];

const texts = [
  "word",
  " ",
  "\n",
  "\r",
  "\u0000",
  "中文 and English",
  "&amp;lt;",
  "&lt;script&gt;",
  "&#0;&#13;&nbsp;",
  "<",
  "</",
  "<!",
  "<!--",
  "-->",
  "--!>",
  "<![CDATA[",
  "]]>",
  "<?x",
  "{{ x }}",
  "{% raw %}",
  "[caption]",
  "\ufdd00\ufdd1",
  "\ud800",
  "\u2028",
  "`code`",
  "$a$",
];

const tag = fc.constantFrom(...tags);
const attribute = fc.constantFrom(...attributes);
const piece = fc.oneof(
  { weight: 5, arbitrary: fc.tuple(tag, attribute, attribute).map(([name, a, b]) => `<${name}${a}${b}>`) },
  { weight: 3, arbitrary: tag.map((name) => `</${name}>`) },
  { weight: 3, arbitrary: fc.constantFrom(...texts) },
  { weight: 1, arbitrary: fc.string({ maxLength: 8 }) },
);

/** A document of up to 30 pieces. */
export const hostileHtml: fc.Arbitrary<string> = fc
  .array(piece, { minLength: 1, maxLength: 30 })
  .map((pieces) => pieces.join(""));
