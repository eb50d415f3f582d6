import { describe, expect, it } from "vitest";
import { comparePost } from "../../fidelity/compare-post.mjs";
import type { Findings } from "../../fidelity/model.js";

const SOURCE = `---
layout: post
title: "2024-05-01-茶叶与水温"
render_with_liquid: false
---
</p>
<div class="blog-content-box">
 <div class="article-header-box">
  <h1 id="articleContentId">
   茶叶与水温
  </h1>
 </div>
 <article class="baidu_pl">
  <div id="article_content">
   <link href="../x.css" rel="stylesheet"/>
   <div class="htmledit_views" id="content_views">
    <svg style="display: none;"><path d="M0,0"></path></svg>
    <p id="main-toc">目录</p>
    <p id="one-toc"><a href="#one">第一节</a></p>
    <h2 id="one">
     <a id="_1">
     </a>
     第一节
    </h2>
    <p style="color:red">
     泡茶要看
     <strong>
      水温
     </strong>
     ，green tea wants
     <b>
      cool
     </b>
     water。回到
     <a href="#one">
      开头
     </a>
     。
    </p>
    <p>他说 好 就好，H<sub>2</sub>O 和 x<sup>2</sup>，<em>斜体</em>，<del>错字</del>，<code>kettle --on</code>。</p>
    <pre><code class="language-python"><ul class="pre-numbering"><li>1</li></ul>def brew(leaf):
    steep(leaf)

    return "cup"
</code></pre>
    <img alt="一壶茶" src="https://pictures.example/pot.png">
     图后面的字
    </img>
    <p><img src="https://counter.example/dot.gif" width="1" height="1"/></p>
    <p><a href="https://tea.example/leaves?utm_source=feed">叶子的来历</a></p>
    <table>
     <tr><th>茶</th><th>度数</th></tr>
     <tr><td rowspan="2">绿茶</td><td>80</td></tr>
     <tr><td>85</td></tr>
    </table>
    <ol start="3"><li>第三步</li><li>第四步<ul><li>小步</li></ul></li></ol>
    <ul><li><input type="checkbox" checked/>买茶</li></ul>
    <blockquote><p>茶亦醉人何必酒</p></blockquote>
    <p>公式
     <span class="katex--inline"><span class="katex"><span class="katex-mathml">
        Q
        = mc
        Q = mc\\Delta t
     </span><span class="katex-html">Q = mcΔt</span></span></span>
     很短。</p>
    <iframe src="https://www.youtube.com/embed/abcDEF12345"></iframe>
    <script src="https://gist.github.com/teapot/4180418.js"></script>
   </div>
  </div>
 </article>
 <p alt="6874" class_="artid" style="display:none"></p>
</div>
`;

const BODY = `<h2 id="one">第一节</h2>
<p>泡茶要看<strong>水温</strong>，green tea wants <b>cool</b> water。回到<a href="#one">开头</a>。</p>
<p>他说 好 就好，H<sub>2</sub>O 和 x<sup>2</sup>，<em>斜体</em>，<del>错字</del>，<code>kettle --on</code>。</p>
<pre><code class="language-python"><span class="keyword">def</span> brew(leaf):
    steep(leaf)

    return "cup"
</code></pre>
<p><img src="https://pictures.example/pot.png" alt="一壶茶"> 图后面的字</p>
<p><a href="https://tea.example/leaves">叶子的来历</a></p>
<table><thead><tr><th scope="col">茶</th><th scope="col">度数</th></tr></thead>
<tbody><tr><td rowspan="2">绿茶</td><td>80</td></tr><tr><td>85</td></tr></tbody></table>
<ol start="3"><li>第三步</li><li>第四步<ul><li>小步</li></ul></li></ol>
<ul><li><input type="checkbox" aria-label="done" checked disabled>买茶</li></ul>
<blockquote><p>茶亦醉人何必酒</p></blockquote>
<p>公式<math><semantics><mi>Q</mi><annotation encoding="application/x-tex">Q = mc\\Delta t</annotation></semantics></math>很短。</p>
<p><a href="https://www.youtube.com/watch?v=abcDEF12345">Video</a></p>
<p><a href="https://gist.github.com/teapot/4180418">Gist</a></p>`;

const PAGE = `<!DOCTYPE html>
<html lang="zh">
<head><meta charset="utf-8"><title>茶叶与水温</title></head>
<body><main><article><h1>茶叶与水温</h1><div class="body" itemprop="articleBody">${BODY}</div></article></main></body>
</html>
`;

function compare(page: string, source = SOURCE, extension = ".md"): Findings {
  return comparePost({ source, extension, page });
}

/** Figures with a loss and faults, by name. */
function flaws(findings: Findings): Record<string, number> {
  const lost = Object.entries(findings.figures).filter(([, kept]) => kept.lost > 0);
  return {
    ...(findings.text.lost > 0 ? { text: findings.text.lost } : {}),
    ...Object.fromEntries(lost.map(([name, kept]) => [name, kept.lost])),
    ...findings.faults,
  };
}

describe("a page that keeps everything", () => {
  it("has no flaw", () => {
    const findings = compare(PAGE);
    expect(findings.samples).toEqual([]);
    expect(flaws(findings)).toEqual({});
  });

  it("is counted, not skipped: each figure has something to lose", () => {
    const empty = Object.entries(compare(PAGE).figures).filter(([, kept]) => kept.source === 0);
    expect(empty).toEqual([]);
  });
});

const LOSSES: readonly [flaw: string, what: string, from: string, to: string][] = [
  ["text", "a sentence", "，green tea wants", ""],
  ["text", "one character", "图后面的字", "图后面字"],
  ["text", "a paragraph", "<p>公式", "<p>"],
  ["words", "the blank between two words", "wants <b>cool", "wants<b>cool"],
  ["code", "a line of code", "    steep(leaf)\n", ""],
  ["code", "indentation", "    return", "  return"],
  ["code", "a line break", ":\n    steep", ":    steep"],
  ["code", "a blank line", "\n\n", "\n"],
  ["code", "the pre itself", "<pre><code", "<p><code"],
  ["images", "an image", '<img src="https://pictures.example/pot.png" alt="一壶茶">', ""],
  ["images", "another image in its place", "pot.png", "pan.png"],
  ["alts", "an alternative text", 'alt="一壶茶"', 'alt=""'],
  ["links", "a link", '<a href="https://tea.example/leaves">叶子的来历</a>', "叶子的来历"],
  ["links", "a link's target", "https://tea.example/leaves", "https://coffee.example/beans"],
  ["cells", "a cell", "<td>85</td>", ""],
  ["cells", "a span", ' rowspan="2"', ""],
  ["cells", "a table", "<table>", "<table hidden>"],
  ["header cells", "a header cell", '<th scope="col">茶</th>', "<td>茶</td>"],
  ["list entries", "an entry", "<li>小步</li>", "<li></li>"],
  ["list entries", "two entries made one", "</li><li>第四步", "第四步"],
  ["list starts", "the number of a list", ' start="3"', ""],
  ["headings", "a heading", '<h2 id="one">第一节</h2>', '<p id="one">第一节</p>'],
  ["formulas", "a formula", "Q = mc\\Delta t", ""],
  ["formulas", "a part of a formula", "\\Delta", ""],
  [
    "formulas rendered",
    "the MathML of a formula",
    '<math><semantics><mi>Q</mi><annotation encoding="application/x-tex">Q = mc\\Delta t</annotation></semantics></math>',
    "<code>Q = mc\\Delta t</code>",
  ],
  ["embeds", "a video", '<a href="https://www.youtube.com/watch?v=abcDEF12345">Video</a>', "Video"],
  ["embeds", "a gist", "teapot/4180418", "teapot"],
  ["quotes", "a quotation", "<blockquote><p>茶亦醉人何必酒</p></blockquote>", "<p>茶亦醉人何必酒</p>"],
  ["checkboxes", "the state of a box", " checked disabled", " disabled"],
  ["strong", "bold", "<strong>水温</strong>", "水温"],
  ["emphasis", "italics", "<em>斜体</em>", "斜体"],
  ["deleted", "a strike-through", "<del>错字</del>", "错字"],
  ["superscript", "a superscript", "<sup>2</sup>", "2"],
  ["subscript", "a subscript", "<sub>2</sub>", "2"],
  ["inline code", "inline code", "<code>kettle --on</code>", "kettle --on"],
];

const FAULTS: readonly [flaw: string, what: string, from: string, to: string][] = [
  ["no body", "the body", "articleBody", "text"],
  ["style", "a style", "<p>他说", '<p style="color: red">他说'],
  ["handler", "an event handler", "<p>他说", '<p onclick="steep()">他说'],
  ["javascript", "a script URL", "https://tea.example/leaves", "javascript:steep()"],
  ["script", "a script", "<p>他说", "<script>steep()</script><p>他说"],
  ["obsolete", "a font", "他说", "<font>他说</font>"],
  ["obsolete", "a centred block", "<p>他说", "<center>茶</center><p>他说"],
  ["stray", "a style sheet", "<p>他说", '<link rel="stylesheet" href="x.css"><p>他说'],
  ["wrapper", "a div for nothing", "<p>他说", "<div>茶</div><p>他说"],
  ["wrapper", "a span for nothing", "他说", "<span>他说</span>"],
  ["empty", "an empty paragraph", "<p>他说", "<p>&nbsp;<br></p><p>他说"],
  ["empty", "an empty heading", "<p>他说", "<h3></h3><p>他说"],
  ["dangling", "a target", ' id="one"', ""],
  ["false space", "a blank before Chinese", "<strong>水温</strong>，", "<strong>水温</strong> ，"],
  ["false space", "a line break in Chinese", "图后面的字", "图后面\n的字"],
  ["invalid", "a paragraph in a paragraph's span", "<b>cool</b>", "<b><p>cool</p></b>"],
  ["invalid", "an id twice", "<p>他说", '<p id="one">他说'],
];

describe("a planted flaw is caught", () => {
  it.each([...LOSSES, ...FAULTS])("%s: %s", (flaw, _what, from, to) => {
    const page = PAGE.replace(from, to);
    expect(page).not.toBe(PAGE);
    expect(Object.keys(flaws(compare(page)))).toContain(flaw);
  });
});

describe("what is no loss", () => {
  it.each([
    ["text that moved", "<p>他说", "<p>公式<p>他说"],
    ["a link within the site instead of the old URL", "https://tea.example/leaves", "/2024/leaves.html"],
    ["trailing blanks in code", "steep(leaf)", "steep(leaf)  "],
    ["a picture of a known size", "pot.png", 'pot.png" width="3" height="4'],
  ])("%s", (_what, from, to) => {
    const page = PAGE.replace(from, to);
    expect(page).not.toBe(PAGE);
    expect(Object.keys(compare(page).figures).filter((name) => compare(page).figures[name]?.lost)).toEqual([]);
  });
});

function pageOf(body: string): string {
  return PAGE.replace(BODY, () => body);
}

describe("sources of other makes", () => {
  it("reads code that an exporter spread over elements", () => {
    const source = `<p>看</p><pre class="has"><code class="language-go"></code><ol class="hljs-ln">
  <li><div class="hljs-ln-numbers"><div data-line-number="1"></div></div><div class="hljs-ln-code"><div class="hljs-ln-line">
     package tea
  </div></div></li>
  <li><div class="hljs-ln-numbers"></div><div class="hljs-ln-code"><div class="hljs-ln-line">
     func main() {}
  </div></div></li></ol></pre>`;
    const good = "<p>看</p><pre><code>package tea\nfunc main() {}\n</code></pre>";
    expect(flaws(compare(pageOf(good), source, ".html"))).toEqual({});
    expect(flaws(compare(pageOf(good.replace("tea\n", "tea ")), source, ".html"))).toMatchObject({
      code: expect.any(Number),
    });
    expect(flaws(compare(pageOf("<p>看</p>"), source, ".html"))).toMatchObject({ code: 2, text: expect.any(Number) });
  });

  it("accepts one block for many that hold a line each, in their order", () => {
    const source = "<div><pre>first();</pre><pre>  second();</pre><pre>third();</pre></div>";
    const good = "<pre><code>first();\n  second();\nthird();</code></pre>";
    expect(flaws(compare(pageOf(good), source, ".html"))).toEqual({});
    const swapped = "<pre><code>first();\nthird();\n  second();</code></pre>";
    expect(flaws(compare(pageOf(swapped), source, ".html"))).toMatchObject({ code: 1 });
  });

  it("counts the links in code, wherever the code element ends", () => {
    const source =
      '<pre><code>a();</code><span> <a href="https://tea.example/a">https://tea.example/a</a></span></pre>';
    const good = '<pre><code>a(); <a href="https://tea.example/a">https://tea.example/a</a></code></pre>';
    expect(flaws(compare(pageOf(good), source, ".html"))).toEqual({});
    expect(flaws(compare(pageOf(good.replace(/<a .*<.a>/, "https://tea.example/a")), source, ".html"))).toEqual({
      links: 1,
    });
  });

  it("wants the lists of Word as lists, with or without their bullets as text", () => {
    const source =
      '<p class="MsoListParagraph">·&nbsp;&nbsp; cup</p><p class="MsoListParagraph" style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">2.&nbsp; </span>pot</p><p>1. End</p>';
    const good = '<ul><li>cup</li></ul><ol start="2"><li>pot</li></ol><p>1. End</p>';
    expect(flaws(compare(pageOf(good), source, ".html"))).toEqual({});
    expect(flaws(compare(pageOf(good.replace("1. End", "End")), source, ".html"))).toMatchObject({ text: 2 });
    expect(flaws(compare(pageOf(good.replace("cup", "")), source, ".html"))).toMatchObject({ text: 3 });
  });

  it("wants the places of an image map as links", () => {
    const source =
      '<p><img src="m.png" usemap="#m"><map name="m"><area href="https://tea.example/n" alt="North"></map></p>';
    const good = '<p><img src="m.png" alt=""></p><ul><li><a href="https://tea.example/n">North</a></li></ul>';
    expect(flaws(compare(pageOf(good), source, ".html"))).toEqual({});
    expect(flaws(compare(pageOf('<p><img src="m.png" alt=""></p>'), source, ".html"))).toEqual({ links: 1 });
  });

  it("reads code that its editor stored as character data, or in an element without content", () => {
    const source =
      '<ac:structured-macro ac:name="code"><ac:parameter ac:name="language">c</ac:parameter><ac:plain-text-body><![CDATA[if (a < b)\n  a();]]></ac:plain-text-body></ac:structured-macro><source lang="c">c < d;\ne();</source>';
    const good = "<pre><code>if (a &lt; b)\n  a();</code></pre><pre><code>c &lt; d;\ne();</code></pre>";
    expect(flaws(compare(pageOf(good), source, ".html"))).toEqual({});
    expect(flaws(compare(pageOf(good.replace("\n  a();", "")), source, ".html"))).toMatchObject({ code: 1 });
    expect(flaws(compare(pageOf(good.replace("\ne();", "")), source, ".html"))).toMatchObject({ code: 1 });
  });

  it("reads one code element for each line", () => {
    const source = "<pre><pre><code>a()</code><code>b()</code></pre></pre>";
    expect(flaws(compare(pageOf("<pre><code>a()\nb()</code></pre>"), source, ".html"))).toEqual({});
    expect(flaws(compare(pageOf("<pre><code>a()b()</code></pre>"), source, ".html"))).toMatchObject({ code: 2 });
  });

  it("takes a line break element in code as one", () => {
    const source = "<pre>one<br>two<br>three</pre>";
    expect(flaws(compare(pageOf("<pre><code>one\ntwo\nthree</code></pre>"), source, ".html"))).toEqual({});
    expect(flaws(compare(pageOf("<pre><code>onetwothree</code></pre>"), source, ".html"))).toMatchObject({ code: 3 });
  });

  it("reads MathJax by its scripts", () => {
    const source =
      '<p>面积 <span class="MathJax_Preview">S</span><span class="MathJax">S=ab</span><script type="math/tex">S=ab</script> 。</p>';
    const good =
      '<p>面积<math><semantics><mi>S</mi><annotation encoding="application/x-tex">S=ab</annotation></semantics></math>。</p>';
    expect(flaws(compare(pageOf(good), source, ".html"))).toEqual({});
    expect(flaws(compare(pageOf("<p>面积。</p>"), source, ".html"))).toMatchObject({ formulas: 1 });
  });

  it("reads Markdown with what kramdown and Liquid add", () => {
    const source = `---
title: Kettles
math: true
---
* TOC
{:toc}

## Kettles {#k}

A *kettle*[^1] boils $v_1 * v_2$ by [steam]({% post_url 2020-01-01-steam %}).
{: .lead}

{% highlight ruby %}
def boil
  "{{ water }}" # 100 °C
end
{% endhighlight %}

| pot | size |
|-----|-----:|
| big | 3    |

- [x] done

[^1]: From the
    Latin word.

{% include kettles.html %}
`;
    const good = `<h2 id="k">Kettles</h2>
<p>A <em>kettle</em><sup><a id="r1" href="#f1">1</a></sup> boils <math><semantics><mi>v</mi><annotation encoding="application/x-tex">v_1 * v_2</annotation></semantics></math> by <a href="/2020/steam.html">steam</a>.</p>
<pre><code>def boil
  "{{ water }}" # 100 °C
end</code></pre>
<table><tr><th>pot</th><th>size</th></tr><tr><td>big</td><td>3</td></tr></table>
<ul><li>☑ done</li></ul>
<ol><li id="f1">From the Latin word. <a href="#r1">↩</a></li></ol>`;
    expect(flaws(compare(pageOf(good), source))).toEqual({});
    const losses = [
      ["the Latin", "the", "text"],
      ["v_1 * v_2", "v_1", "formulas"],
      ['  "{{', '"{{', "code"],
      ['<a href="/2020/steam.html">steam</a>', "steam", "links"],
      ["<td>3</td>", "", "cells"],
      ["☑ ", "", "checkboxes"],
    ] as const;
    for (const [from, to, flaw] of losses) {
      expect(Object.keys(flaws(compare(pageOf(good.replace(from, to)), source))), from).toContain(flaw);
    }
  });

  it("reads the shortcodes of WordPress", () => {
    const source =
      '<p>[caption id="a" width="9"]<img src="/pot.png" alt=""> A pot[/caption]</p>\n[youtube http://www.youtube.com/watch?v=abcDEF12345&w=9]\n<p>End</p>';
    const good =
      '<figure><img src="/blog/pot.png" alt=""><figcaption>A pot</figcaption></figure><p><a href="https://youtu.be/abcDEF12345">Video</a></p><p>End</p>';
    expect(flaws(compare(pageOf(good), source, ".html"))).toEqual({});
    expect(flaws(compare(pageOf(good.replace("A pot", "")), source, ".html"))).toMatchObject({ text: 4 });
    expect(flaws(compare(pageOf(good.replace("abcDEF12345", "other")), source, ".html"))).toMatchObject({ embeds: 1 });
  });

  it("reads the list of an old highlighter as code", () => {
    const source = `<p>看</p><div class="dp-highlighter"><div class="bar"><div class="tools"><b>[c]</b>
      <a href="https://tea.example/a#">copy</a></div></div>
      <ol class="dp-c" start="1"><li class="alt"><span><span class="keyword">int</span>
      <span>leaves = 3;</span></span></li><li></li><li><span>pour();</span></li></ol></div>`;
    const good = "<p>看</p><pre><code>int leaves = 3;\n\npour();</code></pre>";
    expect(flaws(compare(pageOf(good), source, ".html"))).toEqual({});
    expect(flaws(compare(pageOf(good.replace("\npour();", "")), source, ".html"))).toMatchObject({ code: 1 });
    expect(flaws(compare(pageOf(good.replace("\n\n", " ")), source, ".html"))).toMatchObject({ code: 2 });
    const list = source.replace('class="dp-c" ', "");
    expect(flaws(compare(pageOf(good), list, ".html"))).toMatchObject({ "list entries": 2 });
  });

  it("accepts the title for a heading that says it in other letters, and no other heading", () => {
    const heading = "<h2>水温 AND TEA</h2><p>End</p>";
    const page = pageOf("<p>End</p>").replace("<h1>茶叶与水温</h1>", "<h1>水温 and tea</h1>");
    expect(flaws(compare(page, heading, ".html"))).toEqual({});
    expect(flaws(compare(pageOf("<p>End</p>"), heading, ".html"))).toMatchObject({ text: 8, headings: 1 });
  });

  it("reads what a picture without an address says", () => {
    const source =
      '<table><tr><td>a</td><td>b</td></tr><tr><td><img :src="pot" alt="a pot"></td><td>c</td></tr></table>';
    const good = "<table><tr><td>a</td><td>b</td></tr><tr><td>a pot</td><td>c</td></tr></table>";
    expect(flaws(compare(pageOf(good), source, ".html"))).toEqual({});
    expect(flaws(compare(pageOf(good.replace("a pot", "")), source, ".html"))).toMatchObject({ text: 4, cells: 1 });
  });

  it("reads TeX that was escaped twice", () => {
    const source =
      '<p>f<span class="katex"><span class="katex-mathml">f\n\n  f&amp;#x27; = 1</span><span class="katex-html">f</span></span></p>';
    const good =
      '<p>f<math><semantics><mi>f</mi><annotation encoding="application/x-tex">f\' = 1</annotation></semantics></math></p>';
    expect(flaws(compare(pageOf(good), source, ".html"))).toEqual({});
    expect(flaws(compare(pageOf(good.replace("f' =", "f =")), source, ".html"))).toMatchObject({ formulas: 1 });
  });

  it("ends a bare address before the quotation mark", () => {
    const source = "You can see ‘https://tea.example/a’ and ‘https://tea.example/b’, *both*.\n";
    const link = (path: string) => `<a href="https://tea.example/${path}">https://tea.example/${path}</a>`;
    const good = `<p>You can see ‘${link("a")}’ and ‘${link("b")}’, <em>both</em>.</p>`;
    expect(flaws(compare(pageOf(good), source))).toEqual({});
    expect(flaws(compare(pageOf(good.replace(link("b"), "https://tea.example/b")), source))).toEqual({ links: 1 });
  });

  it("wants what Liquid says of the front matter, outside code", () => {
    const source =
      '---\ntitle: T\ndescription: "On tea & water"\n---\n<p><em>{{ page.description }}</em> <code>{{ page.title }}</code></p>';
    const good = "<p><em>On tea &amp; water</em> <code>{{ page.title }}</code></p>";
    expect(flaws(compare(pageOf(good), source, ".html"))).toEqual({});
    expect(flaws(compare(pageOf(good.replace("On tea", "")), source, ".html"))).toMatchObject({ text: 5 });
  });

  it("reads the Markdown that exporters wrote into tables of HTML", () => {
    const source =
      "Pots\n\n<table><tr>\n<td>a</td><td >![](/pot.png)\n</td></tr>\n<tr><td>b</td><td>\n\n      See [leaves](https://tea.example/)\n</td></tr></table>\n";
    const good =
      '<p>Pots</p><table><tr><td>a</td><td><img src="/pot.png" alt=""></td></tr><tr><td>b</td><td>See <a href="https://tea.example/">leaves</a></td></tr></table>';
    expect(flaws(compare(pageOf(good), source))).toEqual({});
    expect(flaws(compare(pageOf(good.replace('<img src="/pot.png" alt="">', "![](/pot.png)")), source))).toMatchObject({
      images: 1,
    });
    expect(flaws(compare(pageOf(good.replace(/<a .*<.a>/, "leaves")), source))).toMatchObject({ links: 1 });
    const code = "```\nfn a<TH>()\n\n\n  b\n```\n\n[a](https://tea.example/)\n";
    const page = '<pre><code>fn a&lt;TH&gt;()\n\n\n  b</code></pre><p><a href="https://tea.example/">a</a></p>';
    expect(flaws(compare(pageOf(page), code))).toEqual({});
  });

  it("nests lists as kramdown does", () => {
    const source = "1. one\n2. two\n  * **deep**\n    1. deeper\n3. three\n\nEnd\n";
    const good =
      "<ol><li>one</li><li>two<ul><li><strong>deep</strong><ol><li>deeper</li></ol></li></ul></li><li>three</li></ol><p>End</p>";
    expect(flaws(compare(pageOf(good), source))).toEqual({});
    expect(flaws(compare(pageOf(good.replace("<li>deeper</li>", "deeper")), source))).toEqual({ "list entries": 1 });
  });
});
