import { describe, expect, test } from "vitest";
import { relatedPosts } from "../../src/model/related.js";
import type { Site } from "../../src/model/site.js";
import { makePost, makeSite } from "../emitters/site.js";

interface Sample {
  readonly title: string;
  readonly topics?: readonly string[];
  readonly tags?: readonly string[];
  readonly lang?: string;
  readonly hidden?: boolean;
}

/** The first is the newest. */
function siteOf(samples: readonly Sample[]): Site {
  return makeSite(
    samples.map(({ title, topics = [], tags = [], lang, hidden = false }, index) =>
      makePost({
        path: `posts/${index}.md`,
        slug: `post-${index}`,
        date: Date.UTC(2025, 0, 1) - index * 86_400_000,
        title,
        topics,
        ...(lang ? { lang } : {}),
        front: { tags, hidden },
      }),
    ),
  );
}

function titles(site: Site, title: string): readonly string[] {
  const index = site.posts.findIndex(({ post }) => post.title === title);
  return relatedPosts(index, site).map(({ post }) => post.title);
}

const tea: Sample = { title: "tea", topics: ["teapot", "water", "leaf"], tags: ["drinks"] };
const others: readonly Sample[] = [
  { title: "ink", topics: ["ink", "pen", "water"] },
  { title: "stone", topics: ["stone", "parchment"], tags: ["scribes"] },
  { title: "coffee", topics: ["bean", "mill", "cup"], tags: ["Drinks"] },
  { title: "pot", topics: ["teapot", "leaf", "clay"], tags: ["drinks"] },
];

describe("related posts", () => {
  test("the most alike come first, those with nothing in common not at all", () => {
    expect(titles(siteOf([tea, ...others]), "tea")).toEqual(["pot", "coffee", "ink"]);
    expect(titles(siteOf([tea, ...others]), "stone")).toEqual([]);
  });

  test("of a site that was edited they are found anew, and the posts named are those of its present state", () => {
    const before = siteOf([tea, ...others]);
    expect(titles(before, "tea")).toEqual(["pot", "coffee", "ink"]);
    const edited = siteOf([tea, ...others].map((sample) => ({ ...sample, title: `${sample.title} again` })));
    const found = relatedPosts(0, edited);
    expect(found.map(({ post }) => post.title)).toEqual(["pot again", "coffee again", "ink again"]);
    expect(edited.posts).toContain(found[0]);
    const changed = others.map((sample) =>
      sample.title === "pot" ? { ...sample, topics: ["clay"], tags: [] } : sample,
    );
    expect(titles(siteOf([tea, ...changed]), "tea")).toEqual(["coffee", "ink"]);
  });

  test("not in another language, not hidden, at most five", () => {
    const same = { topics: tea.topics!, tags: tea.tags! };
    const site = siteOf([
      tea,
      { ...same, title: "茶", lang: "zh-CN" },
      { ...same, title: "secret", hidden: true },
      ...[1, 2, 3, 4, 5, 6].map((number) => ({ ...same, title: `copy ${number}` })),
      ...others,
      ...Array.from({ length: 30 }, (_, number) => ({ title: `filler ${number}`, topics: [`word ${number}`] })),
    ]);
    expect(titles(site, "tea")).toEqual(["copy 1", "copy 2", "copy 3", "copy 4", "copy 5"]);
  });

  test("what very many posts have says nothing", () => {
    const crowd = Array.from({ length: 100 }, (_, number) => ({
      title: `post ${number}`,
      topics: ["everywhere", `a${number >> 1}`],
    }));
    expect(titles(siteOf(crowd), "post 6")).toEqual(["post 7"]);
  });

  test("a post about something else changes nothing", () => {
    const before = siteOf([tea, ...others]);
    const after = siteOf([...others.slice(0, 2), tea, ...others.slice(2), { title: "new", topics: ["moon"] }]);
    for (const { title } of [tea, ...others]) expect(titles(after, title)).toEqual(titles(before, title));
  });
});
