import fc from "fast-check";
import { expect, test } from "vitest";
import { splitPost } from "../../src/cache/post-view.js";
import { fromStored, type StoredSummary, toStored } from "../../src/cache/stored-summary.js";
import type { Post } from "../../src/model/post.js";
import { makePost } from "../emitters/site.js";

const text = fc.constantFrom("", "Lava", "Pumice");
const texts = fc.constantFrom<readonly string[]>([], ["Lava"]);
const table = fc.constantFrom({}, { blogger_id: "9" });
const date = fc.constantFrom(0, 86_400_000);

const frontMatter = fc.record(
  {
    title: text,
    date,
    description: text,
    layout: text,
    math: fc.boolean(),
    tags: texts,
    keywords: texts,
    pin: fc.nat(1),
    status: fc.constantFrom("published", "draft"),
    hidden: fc.boolean(),
    ids: table,
    extra: table,
  },
  { requiredKeys: ["tags", "keywords", "pin", "status", "hidden", "ids", "extra"] },
);

const anyPost = fc
  .record({ title: text, date, description: text, topics: texts, hasCode: fc.boolean(), frontMatter })
  .map((fields) => ({ ...makePost(), ...fields, frontMatter: { ...makePost().frontMatter, ...fields.frontMatter } }));

test("a summary is the same after it was stored", () => {
  fc.assert(
    fc.property(anyPost, (post) => {
      const { summary } = splitPost(post as Post);
      const stored: StoredSummary = JSON.parse(JSON.stringify(toStored(summary)));
      expect(fromStored(stored)).toEqual(JSON.parse(JSON.stringify(summary)));
    }),
  );
});

test("what most posts have is not stored, nor what the front matter says", () => {
  const { frontMatter } = makePost();
  const said = { title: "Pumice", date: 9, description: "Light" };
  const { summary } = splitPost({ ...makePost(), ...said, frontMatter: { ...frontMatter, ...said, tags: ["stone"] } });
  const { path, slug, wordCount, readingMinutes, hash } = summary;
  expect(toStored(summary)).toEqual({
    ...{ path, slug, wordCount, readingMinutes, hash },
    frontMatter: { ...said, tags: ["stone"] },
  });
});
