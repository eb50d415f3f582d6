import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseAny } from "../../src/html/parse.js";
import { parseWellNested } from "../../src/html/well-nested.js";
import { hostileHtml } from "../security/hostile-html.js";

/** Without what parse5's adapter keeps under symbols. */
const plain = (tree: object) => JSON.stringify(tree);

describe("what is well-nested is read as by parse5", () => {
  it.each([
    ["nothing", ""],
    ["text", "a < b & c &amp; &copy &#10; &notit; <3 <"],
    ["elements", '<div id=a CLASS="b  c"><p>x <b>y<i>z</i></b></p>\n</div>'],
    ["attributes", `<a href='?a=1&copy=2&amp;b' title = "x>y" A=1 a=2 b/c d=/ e=>x</a>`],
    ["names that every object has", "<p constructor=1 __proto__=2>x</p>"],
    ["names of other letters", "<p \u0130=1 \u212a=2>x</p><a\u212a>y</a\u212a>"],
    ["line breaks of Windows", '<pre>\r\n\r\nx\ry</pre><p title="a\r\nb">'],
    [
      "a line break behind pre",
      "<pre>\n\nx</pre><pre>&#10;y</pre><pre><b>\nz</b></pre><pre>\n</pre><pre><!---->\nx</pre>",
    ],
    ["void elements and their ends", "<p><img src=x></img> <br/>a<hr/>b</hr></input><wbr>c"],
    ["paragraphs without ends", "<p>one<p>two<ul><li>x</ul><h2>y</h2><p>z"],
    ["ends that also end paragraphs and items", "<div><p>x</div><ul><li><p>a<li>b</ul><dl><dt>c<dd><p>d<dt>e</dl>"],
    ["items in items", "<ol><li>a<ul><li>b</li></ul></li><li><div>c</div></ol>"],
    ["paragraphs within cells within a link", "<a href=x><table><tr><td><p>a</td></tr></table></a>"],
    [
      "a table",
      "<p>x<table>\n<caption><p>a</caption><colgroup> <col></colgroup><thead><tr><th>b</th></tr></thead></table>",
    ],
    ["rows without a section", "<table> <tr> <td>a<b>c</b></td> </tr>\n<tr><td></td></tr> </table>x"],
    ["links in a cell within a link", "<a href=a>x<table><tbody><tr><td><a href=b>y</a></td></tr></tbody></table></a>"],
    ["a table in a table", "<table><tr><td><table><tr><td>x</td></tr></table></td></tr></table>"],
    [
      "raw text",
      "<style>a > b { c: '</p>' }</STYLE ><script>if (a </b/.test(c)) d</script\n><iframe src=x><p></iframe>",
    ],
    ["comments", "<!-- a -- b --><p><!----></p><!-- <!-- -->"],
    [
      "drawings",
      '<svg viewbox="0 0 1 1" xmlns:xlink=x><path d=z /><g>a<use xlink:href="#b"/></g></svg><SVG></img></SVG>x',
    ],
    [
      "formulas",
      "<p>a<MATH display=block definitionurl=x><semantics><mrow><mi>x</mi><mspace width=1em /><mo>&lt;</mo></mrow>" +
        '<annotation encoding="application/x-tex">x &lt;</annotation></semantics></math>b',
    ],
    ["the end of a paragraph before anything has begun", "x<!-- y --></p></br><div>x</div>"],
    ["buttons", "<p><button><p>x</button>y</p>"],
    ["names of nobody's", "<x-y><center><font color=red>a</font></center></x-y>"],
    ["ends of nothing", "</div>x</b></td></x-y><i>y</i></svg></li>z</img>"],
    ["what is left open", "<div><b>x<ul><li>y"],
  ])("%s", (_, html) => {
    expect(plain(parseWellNested(html)!)).toBe(plain(parseAny(html)));
  });
});

describe("what takes the whole standard is left to it", () => {
  it.each([
    "<b><i>x</b></i>",
    "<p><b>x</p>y",
    "<p><span><div>x",
    "<a>x<a>y</a></a>",
    "<br></p>",
    "<div></p></div>",
    "<svg></p></svg>",
    "<math><mi></p></mi></math>",
    "<br></br>",
    "<div></section></div>",
    "</template>",
    "</x y='>z'>",
    "</x/>",
    "<b></template></b>",
    "<span><p>x</span>",
    "<h1><h2>x</h2></h1>",
    "<li><b>x<li>y",
    "<li><div>x<li>y",
    "<dd><address><p>x<dt>y",
    "<table>x</table>",
    "<table><td>x</td></table>",
    "<table><img></table>",
    "<table></img></table>",
    "<tr><td>x",
    "<table><colgroup><tr></tr></colgroup></table>",
    "<button><div><button></button></div></button>",
    "<svg><p>x</p></svg>",
    "<svg><foreignobject></foreignobject></svg>",
    "<svg><path></g></path></svg>",
    "<math><p>x</p></math>",
    "<math><mi><b>x</b></mi></math>",
    "<math><mi><mi>x</mi></mi></math>",
    "<math><annotation-xml></annotation-xml></math>",
    "<math><svg></svg></math>",
    "<template><p>x</template>",
    "<select><option>x</select>",
    "<textarea><p></textarea>",
    "<title><p></title>",
    "<form><p></form>",
    "<body class=x>",
    "<script>a<!--b</script>",
    "<style>a</style x>",
    "<style>a",
    "<!doctype html>",
    "<!-->x-->",
    "<!-- a --!> b -->",
    "<!-- a",
    "<?php ?>",
    "</ p>",
    "<p",
    '<p title="x',
    "<p =x>",
    "a\0b",
    "\ufeffx",
  ])("%s", (html) => {
    expect(parseWellNested(html)).toBeUndefined();
  });
});

it.each([
  ...["applet", "body", "form", "frame", "frameset", "head", "html", "image", "listing", "marquee", "nobr", "noembed"],
  ...["noframes", "object", "optgroup", "option", "plaintext", "rb", "rp", "rt", "rtc", "select", "selectedcontent"],
  ...["template", "textarea", "title", "xmp"],
])("so is <%s>, which has rules of its own", (name) => {
  expect(parseWellNested(`<${name}>x</${name}>`)).toBeUndefined();
});

it("so are elements that are nested very deeply", () => {
  expect(parseWellNested("<div>".repeat(100))).toBeDefined();
  expect(parseWellNested("<div>".repeat(101))).toBeUndefined();
});

const numRuns = Number(process.env.PUMICE_FUZZ_RUNS) || 3000;

/** Holds every document that is read to parse5's tree, and some part of them has to be read. */
function holdToParse5(documents: fc.Arbitrary<string>, part: number): void {
  let read = 0;
  fc.assert(
    fc.property(documents, (html) => {
      const tree = parseWellNested(html);
      if (!tree) return;
      read += 1;
      expect(plain(tree)).toBe(plain(parseAny(html)));
    }),
    { numRuns, endOnFailure: true },
  );
  expect(read).toBeGreaterThan(numRuns * part);
}

describe(`${numRuns} random documents of each kind give parse5's trees`, () => {
  const timeout = 60_000 + numRuns * 5;
  it("written as programs write them, with a slip here and there", () => holdToParse5(written, 0.3), timeout);
  it("of tags in any order", () => holdToParse5(soup, 0.05), timeout);
  it("of characters in any order", () => holdToParse5(characters, 0.2), timeout);
  it("hostile ones", () => holdToParse5(hostileHtml, 0.005), timeout);
});

const attributes = fc.constantFrom(
  ...["", "", "", " class=a", ' id="x y"', " href='&amp;x&copy=1'", " /", " a=b/", " A=1 a=2", '\n\tdata-x = "1"'],
  ...[" viewBox=0 xlink:href=#a", ' a="b"c', " xmlns=x", " checked", " constructor=1", " \u0130=1", " =x"],
);
const texts = fc.constantFrom(
  ...["x", "x", " ", " ", "\n", "\n\n y", "&amp;", "&copy", "&#10;z", "&#0;", "a < b", "<3", "&notit;", "\f", "\r\n"],
  ...["<!-- c -->", "<!---->", "<br>", "<img src=a>", "<hr/>", "</img>", "<!-->", "<!-- a --!> b -->", "</", "\0"],
);

/** What may stand in an element, roughly: so that most of a document needs no mending. */
const inline = "b i em a code span font x-y button svg math label";
const flow = `${inline} p div ul dl table pre h2 blockquote section dialog script style center noscript`;
const inside: Readonly<Record<string, string>> = {
  ...Object.fromEntries(`${inline} p pre h2`.split(" ").map((name) => [name, inline])),
  ul: "li",
  dl: "dt dd",
  table: "caption colgroup thead tbody tr",
  thead: "tr",
  tbody: "tr",
  tr: "td th",
  colgroup: "col",
  svg: "path g use",
  g: "path",
  math: "mrow mi mspace mtable annotation",
  mrow: "mrow mi mo",
  mtable: "mtr",
  mi: "",
  mo: "",
  script: "",
  style: "",
};

const written = writtenIn("div", 5);

/** Some content of an element. One in twenty ends is missing, and one in twenty children stands elsewhere. */
function writtenIn(parent: string, depth: number): fc.Arbitrary<string> {
  const names = (inside[parent] ?? flow).split(" ").filter(Boolean);
  const isStrict = /^(?:table|thead|tbody|tr|colgroup|ul|dl)$/.test(parent);
  const text = isStrict ? fc.constantFrom("", " ", "\n") : texts;
  if (depth === 0 || names.length === 0) return text;
  const child = fc
    .tuple(fc.constantFrom(...names), fc.nat(19))
    .chain(([usual, odd]) => (odd === 0 ? fc.constantFrom(...flow.split(" "), "tr", "td", "li") : fc.constant(usual)))
    .chain((name) =>
      fc
        .tuple(attributes, writtenIn(name, depth - 1), fc.nat(19))
        .map(([attribute, content, slip]) => `<${name}${attribute}>${content}${slip === 0 ? "" : `</${name}>`}`),
    );
  return fc.array(fc.oneof(text, child), { maxLength: 4 }).map((parts) => parts.join(""));
}

const names = fc.constantFrom(
  ..."p div span b a i ul ol li dl dt dd table caption colgroup col thead tbody tr td th pre h1 h2 br img hr svg path g style".split(
    " ",
  ),
  ..."script iframe button noscript dialog em code form input address title textarea select math rt nobr details mi mrow annotation-xml DIV K\u212a".split(
    " ",
  ),
);
const soup = fc
  .array(
    fc.oneof(
      fc.tuple(names, attributes).map(([name, attribute]) => `<${name}${attribute}>`),
      names.map((name) => `</${name}>`),
      texts,
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(""));

const characters = fc
  .array(
    fc.constantFrom(..."< > / ! - = \" ' & ; a b p l i d r t # td table script </script svg".split(" "), " ", "\n"),
    {
      maxLength: 40,
    },
  )
  .map((parts) => parts.join(""));
