import { expect, test } from "vitest";
import type { Site } from "../../src/model/site.js";
import { seriesOf, translationsOf } from "../../src/pages/kin.js";
import { makePost, makeSite } from "../emitters/site.js";

const day = (number: number) => Date.UTC(2025, 0, number);
const find = (site: Site, title: string) => site.posts.find(({ post }) => post.title === title)!;

test("a series is in the order of its numbers, then of its dates; its name is folded", () => {
  const series = { name: "Tools" };
  const site = makeSite([
    makePost({ slug: "a", title: "late", date: day(9), front: { series } }),
    makePost({ slug: "b", title: "early", date: day(2), front: { series: { name: "tools" } } }),
    makePost({ slug: "c", title: "first", date: day(20), front: { series: { name: "TOOLS", order: 1 } } }),
    makePost({ slug: "d", title: "hidden", date: day(3), front: { series, hidden: true } }),
    makePost({ slug: "e", title: "other", date: day(4) }),
  ]);
  expect(seriesOf(find(site, "late"), site)!.posts.map(({ title }) => title)).toEqual(["first", "early", "late"]);
  expect(seriesOf(find(site, "other"), site)).toBeUndefined();
});

test("translations share a key; of each language the newest counts", () => {
  const front = { translationKey: "pumice" };
  const site = makeSite([
    makePost({ slug: "a", title: "old", date: day(1), front }),
    makePost({ slug: "b", title: "new", date: day(2), front }),
    makePost({ slug: "c", title: "浮石", date: day(3), lang: "zh-CN", front }),
    makePost({ slug: "d", title: "alone", date: day(4), front: { translationKey: "stone" } }),
  ]);
  const titles = (title: string) => translationsOf(find(site, title), site)?.map((other) => other.title);
  expect(titles("浮石")).toEqual(["new"]);
  expect(titles("old")).toEqual(["浮石"]);
  expect(titles("alone")).toBeUndefined();
});
