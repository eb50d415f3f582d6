import { expect, test } from "vitest";
import { groupSeries, groupTranslations } from "../../src/pages/kin.js";
import { makePost, makeSite } from "../emitters/site.js";

const day = (number: number) => Date.UTC(2025, 0, number);

test("a series is in the order of its numbers, then of its dates; its name is folded", () => {
  const site = makeSite([
    makePost({ path: "posts/a.md", slug: "a", title: "late", date: day(9), front: { series: { name: "Tools" } } }),
    makePost({ path: "posts/b.md", slug: "b", title: "early", date: day(2), front: { series: { name: "tools" } } }),
    makePost({
      path: "posts/c.md",
      slug: "c",
      title: "first",
      date: day(20),
      front: { series: { name: "TOOLS", order: 1 } },
    }),
    makePost({
      path: "posts/d.md",
      slug: "d",
      title: "gone",
      date: day(3),
      front: { series: { name: "Tools" }, hidden: true },
    }),
    makePost({ path: "posts/e.md", slug: "e", title: "other", date: day(4) }),
  ]);
  const series = groupSeries(site);
  expect(series.size).toBe(1);
  expect([...series.values()][0]!.map(({ post }) => post.title)).toEqual(["first", "early", "late"]);
});

test("translations share a key; of each language the newest counts", () => {
  const front = { translationKey: "pumice" };
  const site = makeSite([
    makePost({ path: "posts/a.md", slug: "a", title: "old", date: day(1), front }),
    makePost({ path: "posts/b.md", slug: "b", title: "new", date: day(2), front }),
    makePost({ path: "posts/c.md", slug: "c", title: "浮石", date: day(3), lang: "zh-CN", front }),
  ]);
  expect(
    groupTranslations(site)
      .get("pumice")!
      .map(({ post }) => post.title),
  ).toEqual(["浮石", "new"]);
});
