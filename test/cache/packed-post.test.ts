import { expect, test } from "vitest";
import { packPost, unpackPost } from "../../src/cache/packed-post.js";
import type { Post } from "../../src/model/post.js";
import { makePost } from "../emitters/site.js";

const post: Post = {
  ...makePost(),
  title: "石",
  description: "What lists show",
  excerptHtml: "<p>石头</p>",
  headings: [{ id: "h", text: "H", depth: 2 }],
};

test("what was packed is unpacked as it was", () => {
  const html = "<p>浮石 &amp; more</p>";
  const { post: again, html: body } = unpackPost(packPost(post, html));
  expect([again, body]).toEqual([JSON.parse(JSON.stringify(post)), html]);
});

test.each([10, 170_000])("so is a body of %i wide characters", (count) => {
  const html = "石".repeat(count);
  const packed = packPost(post, html);
  expect([unpackPost(packed).html === html, packed.length]).toEqual([true, 3 * count]);
});

const facesOf = (edit: Partial<Post>, html = "<p>Text</p>") => {
  const { face, name } = packPost({ ...post, ...edit }, html);
  return { face, name };
};
const before = facesOf({});

test.each<[string, Partial<Post>]>([
  ["its hash", { hash: "another" }],
  ["the number of its words", { wordCount: 4711 }],
  ["its own links", { urls: [{ url: "/a", use: "link" }] }],
  ["its headings", { headings: [] }],
  ["what there is to say of it", { messages: [{ severity: "warning", ruleId: "x", reason: "X" }] }],
])("no other page shows %s", (_what, edit) => {
  expect(facesOf(edit, "<p>Another text</p>")).toEqual(before);
});

test.each<[string, Partial<Post>]>([
  ["its description", { description: "Another" }],
  ["the author's description", { frontMatter: { ...post.frontMatter, description: "Another" } }],
  ["its cover", { cover: { src: "/a.png" } }],
  ["its reading time", { readingMinutes: 9 }],
  ["when it was updated", { updated: 9 }],
])("only lists show %s", (_what, edit) => {
  const { face, name } = facesOf(edit);
  expect(name).toBe(before.name);
  expect(face).not.toBe(before.face);
});

test.each<[string, Partial<Post>]>([
  ["its title", { title: "Another" }],
  ["its date", { date: 9 }],
  ["its slug", { slug: "another" }],
  ["its language", { lang: "fr" }],
  ["what it is about", { topics: ["lava"] }],
  ["its ids, which links of others name", { renamedIds: [["a", "b"]] }],
  ["its tags", { frontMatter: { ...post.frontMatter, tags: ["another"] } }],
  ["its permalink", { frontMatter: { ...post.frontMatter, permalink: "/another/" } }],
  ["its series", { frontMatter: { ...post.frontMatter, series: { name: "S" } } }],
  ["that it is hidden", { frontMatter: { ...post.frontMatter, hidden: true } }],
])("pages of other posts may depend on %s", (_what, edit) => {
  const { face, name } = facesOf(edit);
  expect(name).not.toBe(before.name);
  expect(face).not.toBe(before.face);
});

const outsideOf = (edit: Partial<Post>, html = "<p>Text</p>") => packPost({ ...post, ...edit }, html).outside;

test.each<[string, Partial<Post>, string?]>([
  ["its text", {}, "<p>Another</p>"],
  ["its hash", { hash: "another" }],
  ["the number of its words", { wordCount: 4711 }],
])("nothing but its page, feeds and search knows %s", (_what, edit, html) => {
  expect(outsideOf(edit, html)).toBe(outsideOf({}));
});

test.each<[string, Partial<Post>, string?]>([
  ["its description", { description: "Another" }],
  ["its links", { urls: [{ url: "/a", use: "link" }] }],
  ["its headings", { headings: [{ id: "other", text: "H", depth: 2 }] }],
  ["the ids in its body", {}, '<p id="x">Text</p>'],
])("the rest of the site knows %s", (_what, edit, html) => {
  expect(outsideOf(edit, html)).not.toBe(outsideOf({}));
});
