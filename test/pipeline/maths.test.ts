import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseHtml, printHtml } from "../../src/html/parse.js";
import { findElement } from "../../src/html/query.js";
import { cleanHtml } from "../../src/index.js";
import { findWrittenFormulas } from "../../src/pipeline/math/delimiters.js";
import { texOfImage } from "../../src/pipeline/math/formula-images.js";
import { createFormulaRenderer } from "../../src/pipeline/math/formula-renderer.js";
import { readKatex } from "../../src/pipeline/math/katex.js";
import { renderFormula } from "../../src/pipeline/math/render-formula.js";

const fixtures = join(import.meta.dirname, "../fixtures/cleanups");

describe("formulas of other programs", () => {
  it.each(readdirSync(fixtures).filter((name) => name.includes("-maths")))("%s", async (name) => {
    const { html } = cleanHtml(readFileSync(join(fixtures, name, "input.html"), "utf8"));
    await expect(`${html}\n`).toMatchFileSnapshot(join(fixtures, name, "expected.html"));
  });
});

const elementOf = (html: string) => findElement(parseHtml(html), () => true)!;

describe("KaTeX whose tags are gone", () => {
  const katex = (mathml: string, shown = ""): string =>
    `<span class="katex"><span class="katex-mathml">${mathml}</span><span class="katex-html">${shown}</span></span>`;

  it.each([
    ["the last passage", "x \n \n y \n \n x+y", "", "x+y"],
    ["a passage of several lines", "x \n \n a \\\\\n b", "", "a \\\\\nb"],
    [
      "a blank line within",
      "x \n \n \\begin{array}{c} a \\\\\n \n b \\end{array}",
      "",
      "\\begin{array}{c} a \\\\\nb \\end{array}",
    ],
    ["all in one line", "x2x^2", "x\u200b2", "x^2"],
    ["only lines", "Q\n= m\nQ = m", "", "Q = m"],
  ])("%s", (_, mathml, shown, tex) => {
    expect(readKatex(elementOf(katex(mathml, shown)))?.tex).toBe(tex);
  });
});

describe("what the text writes out", () => {
  const found = (text: string, wanted?: boolean): string[] => findWrittenFormulas(text, wanted).map(({ tex }) => tex);

  it.each([
    ["a $e^{x}$, b $\\alpha$, c $E=mc^2$", ["e^{x}", "\\alpha", "E=mc^2"]],
    ["$$x$$ and \\[a \\\\[4pt] b\\] and \\(c_1\\)", ["x", "a \\\\[4pt] b", "c_1"]],
    ["\\begin{align}a&=b\\end{align}", ["\\begin{align}a&=b\\end{align}"]],
  ])("%s", (text, formulas) => {
    expect(found(text)).toEqual(formulas);
  });

  it.each([
    "it cost $5 and $6",
    "$HOME/$USER and $PATH",
    "$my_var = $other_var;",
    "echo $1_$2",
    "if ($a < $b) { $c }",
    "see \\[note\\] and \\(below\\)",
    "\\\\(x^2\\\\)",
    "从 $这里 到 那里$ 都是",
  ])("prose: %s", (text) => {
    expect(found(text)).toEqual([]);
  });

  it("what the front matter says decides", () => {
    expect(found("the point $P$ and $f(n)$", true)).toEqual(["P", "f(n)"]);
    expect(found("the point $P$ and $f(n)$")).toEqual([]);
    expect(found("$$x^2$$", false)).toEqual([]);
  });
});

describe("pictures of formulas", () => {
  it.each([
    ['<img src="https://latex.codecogs.com/svg.image?\\large%20x^2" alt="">', "x^2"],
    ['<img src="https://www.zhihu.com/equation?tex=a%2Bb" alt="a+b">', "a+b"],
    ['<img src="https://chart.googleapis.com/chart?cht=tx&chl=x%3D1">', "x=1"],
    ['<img src="https://chart.googleapis.com/chart?cht=qr&chl=hello">', undefined],
    ['<img src="https://pictures.example/latex-gloves.png" alt="gloves">', undefined],
  ])("%s", (html, tex) => {
    expect(texOfImage(elementOf(html))).toBe(tex);
  });
});

describe("rendering", () => {
  const markup = (tex: string, display = false): string => {
    const rendered = renderFormula({ tex, display });
    return "mathml" in rendered ? printHtml({ type: "root", children: [rendered.mathml] }) : rendered.refused;
  };

  it("keeps the TeX as it was written", () => {
    expect(markup("\\mbox{a} < b")).toContain('<annotation encoding="application/x-tex">\\mbox{a} &lt; b</annotation>');
  });

  it.each([
    "a &= b \\\\ &= c",
    "\\begin{eqnarray}a&=&b\\end{eqnarray}",
    "\\newcommand{\\R}{\\mathbb R}\\R",
    "\\require{AMS}x",
  ])("reads what KaTeX and MathJax read: %s", (tex) => expect(markup(tex, true)).toMatch(/^<math/));

  it("leaves no style and no class that the theme does not know", () => {
    const all = markup(
      "\\boxed{a}\\cancel{b}\\color{red}{c}\\vec{v}\\begin{array}{|c|}\\hline x\\end{array}\\begin{align}y&=z\\tag{1}\\\\&=w\\end{align}",
      true,
    );
    expect(all).not.toMatch(/ style=|<span/);
    expect(all).toMatch(/mathcolor="#ff0000"/i);
    expect(all).toContain("tml-line-left");
    expect(all).toContain('<mtext class="tml-tag">(1)</mtext>');
  });

  it.each([
    ["\\noidea x", "Unsupported function name: \\noidea"],
    ["a_1_2", "Double subscript"],
    ["x^", "it is not complete"],
    ["{".repeat(4000) + "}".repeat(4000), "it is nested too deeply"],
    ["x".repeat(9000), "it is longer than 8000 characters"],
    ["\\def\\a{\\a\\a}\\a", "Too many expansions: infinite loop or need to increase maxExpand setting"],
    [
      `\\def\\a{${"x".repeat(3000)}}${"\\a".repeat(900)}`,
      "Too many expansions: infinite loop or need to increase maxExpand setting",
    ],
    ["\\includegraphics{a.png}", 'Function "\\includegraphics" is not trusted'],
  ])("refuses with a reason: %.30s", (tex, reason) => {
    expect(markup(tex)).toBe(reason);
  });

  it("stops where a post asks for more than any book has", () => {
    const render = createFormulaRenderer();
    let refused = 0;
    for (let index = 0; index < 40; index += 1) {
      if ("refused" in render({ tex: `\\def\\a{${index}}\\a`, display: false })) refused += 1;
    }
    expect(refused).toBeGreaterThan(0);
    expect(refused).toBeLessThan(40);
  });
});

it("a formula that cannot be rendered stays visible, with a message", () => {
  const { html, messages } = cleanHtml("<p>one</p>\n<p>two $latex \\noidea x$</p>");
  expect(html).toContain('<code class="math">\\noidea x</code>');
  const [message] = messages.filter(({ ruleId }) => ruleId === "formula");
  expect(message).toMatchObject({ severity: "warning", line: 2 });
  expect(message?.reason).toContain("Unsupported function name: \\noidea");
});
