import { describe, expect, it } from "vitest";
import { comparePost } from "../../fidelity/compare-post.mjs";
import { applyExceptions } from "../../fidelity/exceptions.mjs";
import { describeExceptions } from "../../fidelity/report.mjs";

const source =
  "Tea, by [the pot]({% post_url 2020-01-02-pot %}) and [leaf](/leaf/) and [cup](https://tea.example/2020-01-02-cup).\n";
const page = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>T</title></head>
<body><div itemprop="articleBody"><p>Tea, by the pot and leaf and cup.</p></div></body></html>`;

function judge(posts: readonly string[]) {
  const findings = comparePost({ source, extension: ".md", page });
  const { measure, excepted } = applyExceptions({ file: "a.md", findings }, { posts: new Set(posts) });
  return {
    links: measure.findings?.figures.links,
    samples: measure.findings?.samples.map(({ sample }) => sample),
    excepted,
  };
}

describe("exceptions", () => {
  it("a link to a post that is not there is none that was lost; every other one is", () => {
    const { links, samples, excepted } = judge(["2020-01-02-cup"]);
    expect(links).toEqual({ source: 2, lost: 2 });
    expect(samples).toEqual(['/leaf/ "leaf"', 'https://tea.example/2020-01-02-cup "cup"']);
    expect(describeExceptions(excepted)).toMatch(/^Exception, links: 1 × .*\n {2}\/2020-01-02-pot "thepot"$/);
  });

  it("a link to a post that is there counts", () => {
    expect(judge(["2020-01-02-pot"])).toMatchObject({ links: { source: 3, lost: 3 }, excepted: [] });
    expect(describeExceptions([])).toBe("");
  });
});
