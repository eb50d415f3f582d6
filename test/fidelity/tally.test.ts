import { describe, expect, it } from "vitest";
import type { Findings } from "../../fidelity/model.js";
import { recallOf, shortfalls, tallyOf } from "../../fidelity/tally.mjs";

const AIM = { minRecall: 99.5, minWhole: 95, minKept: 100, maxFaults: 0 };

function findings(lost: number, linksLost = 0, faults: Record<string, number> = {}): Findings {
  return {
    text: { source: 1000, lost, gained: 0 },
    figures: { links: { source: 4, lost: linksLost } },
    faults,
    samples: [],
  };
}

function shortOf(...posts: Findings[]): string[] {
  const measures = posts.map((post, index) => ({ file: `post-${index}.md`, findings: post }));
  return shortfalls(tallyOf("blog", measures, AIM.minRecall), AIM);
}

describe("shortfalls", () => {
  it("has nothing to say of a source that keeps all", () => {
    expect(shortOf(findings(0), findings(0))).toEqual([]);
  });

  it.each([
    ["a post under the least recall", [findings(6), ...Array(30).fill(findings(0))], /^1 posts keep less than 99\.5 %/],
    [
      "too few posts that are whole",
      [findings(1), findings(0)],
      /^1 of 2 posts keep all of their text, less than 95 %/,
    ],
    ["one lost link", [findings(0, 1), findings(0)], /^links: 1 of 8 lost$/],
    ["a fault", [findings(0, 0, { style: 2 })], /^2 faults in the pages: style$/],
  ])("names %s", (_what, posts, reason) => {
    const short = shortOf(...(posts as Findings[]));
    expect(short).toHaveLength(1);
    expect(short[0]).toMatch(reason as RegExp);
  });

  it("names a missing page, but not a post that its owner holds back", () => {
    const measures = [
      { file: "a.md", missing: "not listed" },
      { file: "b.md", unpublished: "draft: true" },
    ];
    const tally = tallyOf("blog", measures, AIM.minRecall);
    expect(tally.unpublished).toBe(1);
    expect(shortfalls(tally, AIM)).toEqual(["page missing: a.md: not listed"]);
  });
});

describe("recallOf", () => {
  it("is 100 only when nothing is lost", () => {
    expect(recallOf({ source: 0, lost: 0 })).toBe(100);
    expect(recallOf({ source: 10_000_000, lost: 1 })).toBeLessThan(100);
  });
});
