import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { packPost } from "../../src/cache/packed-post.js";
import { openPostStore } from "../../src/cache/post-store.js";
import type { Post } from "../../src/model/post.js";
import { makePost } from "../emitters/site.js";

const folder = mkdtempSync(join(tmpdir(), "pumice-store-"));
const mark = { size: 1, modified: 2, contentHash: "h" };

afterEach(() => {
  for (const name of readdirSync(folder)) rmSync(join(folder, name));
});

const post: Post = {
  ...makePost(),
  path: "posts/a.html",
  excerptHtml: "<p>石头</p>",
  headings: [{ id: "h", text: "H", depth: 2 }],
  changes: [{ step: "s", rule: "script", action: "remove", count: 3, lostText: 0, sample: "" }],
};

test("what was added is found again, details and body included, by the next who opens the store", () => {
  const first = openPostStore(folder, "program 1");
  first.add(post.path, mark, packPost(post, "<p>石 body</p>"));
  first.save([post.path]);
  first.close();

  const second = openPostStore(folder, "program 1");
  const found = second.find(post.path)!;
  expect(found).toMatchObject(mark);
  expect(second.readBody(found.body)).toBe("<p>石 body</p>");
  expect(found.post.title).toBe(post.title);
  expect(found.post.excerptHtml).toBe("<p>石头</p>");
  expect(found.post.headings).toEqual(post.headings);
  expect(found.removals).toEqual([["script", 3]]);
  second.close();

  const other = openPostStore(folder, "program 2");
  expect(other.find(post.path)).toBeUndefined();
  other.close();
});

test("only the summary of a post is kept in memory and crosses threads", () => {
  const store = openPostStore(folder, "program 1");
  const { post: kept } = store.add(post.path, mark, packPost(post, "body"));
  expect(Object.keys(structuredClone(kept))).not.toContain("headings");
  expect(JSON.stringify(kept)).not.toContain("石头");
  store.close();
});

test("living bodies move when most of a pack is garbage, and are still found", () => {
  const store = openPostStore(folder, "program 1");
  const { post: kept } = store.add(post.path, mark, packPost(post, "the living one"));
  for (let round = 0; round < 4; round += 1)
    store.add("posts/b.html", mark, packPost({ ...post, path: "posts/b.html" }, "x".repeat(600_000)));
  store.save([post.path]);
  expect(readdirSync(folder)).toContain("bodies-2.pack");
  expect(readdirSync(folder)).not.toContain("bodies-1.pack");
  expect(store.readBody(store.find(post.path)!.body)).toBe("the living one");
  expect(kept.headings).toEqual(post.headings);
  store.close();
});

const others = Array.from({ length: 20 }, (_, number) => ({ ...post, path: `posts/other-${number}.html` }));
const paths = [post, ...others].map(({ path }) => path);
const index = join(folder, "posts.index");

function storeOfMany(): void {
  const store = openPostStore(folder, "program 1");
  for (const one of [post, ...others]) store.add(one.path, mark, packPost(one, `body of ${one.path}`));
  store.save(paths);
  store.close();
}

/** One post changed and one gone. */
function change(): void {
  const store = openPostStore(folder, "program 1");
  store.add(post.path, { ...mark, contentHash: "new" }, packPost({ ...post, title: "Another" }, "another body"));
  store.save(paths.slice(0, -1));
  store.close();
}

test("a small change is added to the index, which is not written anew, and the next one knows it", () => {
  storeOfMany();
  const before = readFileSync(index);
  change();
  expect(readFileSync(index).subarray(0, before.length).equals(before)).toBe(true);

  const store = openPostStore(folder, "program 1");
  const found = store.find(post.path)!;
  expect([found.post.title, found.contentHash, store.readBody(found.body)]).toEqual(["Another", "new", "another body"]);
  expect(store.find(paths[1]!)?.post.path).toBe(paths[1]);
  expect(store.find(paths.at(-1)!)).toBeUndefined();
  store.close();
});

test("an index that many changes were added to is written anew", () => {
  storeOfMany();
  const before = statSync(index).size;
  for (let round = 0; round < 40; round += 1) change();
  expect(statSync(index).size).toBeLessThan(before * 1.5);
  const store = openPostStore(folder, "program 1");
  expect(store.find(post.path)?.post.title).toBe("Another");
  expect(store.find(paths[1]!)).toBeDefined();
  store.close();
});

test("where the last addition was cut off, what stood before it is believed, and goes on", () => {
  storeOfMany();
  change();
  truncateSync(index, statSync(index).size - 1);
  const store = openPostStore(folder, "program 1");
  expect(store.find(post.path)?.contentHash).toBe("h");
  expect(store.find(paths.at(-1)!)).toBeDefined();
  store.close();
  change();
  const later = openPostStore(folder, "program 1");
  expect(later.find(post.path)?.contentHash).toBe("new");
  later.close();
});
