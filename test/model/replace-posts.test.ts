import { describe, expect, test } from "vitest";
import { replacePosts } from "../../src/model/replace-posts.js";
import { createSite } from "../../src/model/site.js";
import { makePost, makeSite } from "../emitters/site.js";

const given = { path: "posts/b.md", slug: "b", title: "B", front: { tags: ["C++", "Ink"], categories: ["Craft"] } };
const before = makePost(given);
const others = [
  makePost({ path: "posts/a.md", slug: "a", front: { tags: ["ink"] } }),
  makePost({ path: "posts/c.md", slug: "c", front: { tags: ["C++"], categories: ["Craft"] } }),
];
const site = makeSite([before, ...others]);

function replace(change: Parameters<typeof makePost>[0]) {
  const after = makePost({ ...given, ...change, front: { ...given.front, ...change?.front } });
  const { config, documents, data, attachments, pictures, layouts } = site;
  const anew = createSite({ config, posts: [after, ...others], documents, data, attachments, pictures, layouts });
  return { quick: replacePosts(site, new Map([[before, after]])), anew };
}

describe("replacePosts", () => {
  test.each([
    [{ title: "Another" }],
    [{ description: "Text", excerptHtml: "<p>x</p>", readingMinutes: 7, updated: 5 }],
    [{ front: { pin: 3, hidden: true, aliases: ["/old/"] } }],
    [{ cover: { src: "/x.png" } }],
  ])("gives what createSite gives for %j", (change) => {
    const { quick, anew } = replace(change);
    expect(quick).toEqual(anew);
  });

  test.each([
    [{ date: 0 }],
    [{ slug: "another" }],
    [{ lang: "zh" }],
    [{ front: { tags: ["C++"] } }],
    [{ front: { tags: ["C++", "ink"] } }],
    [{ front: { categories: [] } }],
    [{ front: { permalink: "/x/" } }],
  ])("leaves %j to createSite", (change) => expect(replace(change).quick).toBeUndefined());

  test("leaves posts to createSite that the site does not have", () => {
    const unknown = makePost({ path: "posts/x.md", slug: "x" });
    expect(replacePosts(site, new Map([[unknown, { ...unknown, title: "New" }]]))).toBeUndefined();
  });
});
