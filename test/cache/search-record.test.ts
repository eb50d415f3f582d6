import { readFileSync, statSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readSearchRecord, type SearchRecord, saveSearchRecord } from "../../src/cache/search-record.js";
import { makeFolder } from "../writer/folder.js";

const header = { fingerprint: "f", pack: "a.pack" };

const post = (number: number, key = "k") => ({
  path: `posts/${number}.md`,
  key,
  offset: number * 8,
  count: 2,
  checksum: 7,
});

function recordOf(posts: number): SearchRecord {
  return {
    posts: Array.from({ length: posts }, (_, number) => post(number)),
    parts: { settled: { bits: 2, checksums: [1, 2, 3, 4] }, recent: { bits: 0, checksums: [5] } },
    lists: [
      { key: "1", checksum: 2 },
      { key: "3", checksum: 3 },
    ],
  };
}

/** With another post, shard and list. */
const changed = (record: SearchRecord, number: number): SearchRecord => ({
  posts: record.posts.with(number, post(number, "other")),
  parts: { ...record.parts, settled: { bits: 2, checksums: record.parts.settled.checksums.with(3, 9) } },
  lists: record.lists.with(1, { key: "4", checksum: 5 }),
});

const read = (file: string) => readSearchRecord(file, "f");

function saved(record: SearchRecord): string {
  const file = join(makeFolder(), "index.json");
  saveSearchRecord(file, header, record, undefined);
  return file;
}

test("a record is read as it was saved", () => {
  const file = saved(recordOf(5));
  expect(read(file)).toMatchObject({ header, record: recordOf(5), amended: 0 });
  expect(readSearchRecord(file, "another program")).toBeUndefined();
});

test("a small change is written behind the rest, and one cut off is as if it had not been", () => {
  const file = saved(recordOf(500));
  const before = readFileSync(file);
  const known = read(file)!;
  saveSearchRecord(file, header, changed(known.record, 300), known);
  const after = readFileSync(file);
  expect(after.subarray(0, before.length).equals(before)).toBe(true);
  expect(after.length - before.length).toBeLessThan(300);
  expect(read(file)).toMatchObject({ record: changed(recordOf(500), 300), amended: 1 });
  truncateSync(file, after.length - 1);
  expect(read(file)).toMatchObject({ record: recordOf(500), amended: 0 });
  // What comes next replaces the rest of it.
  const again = read(file)!;
  saveSearchRecord(file, header, changed(again.record, 2), again);
  expect(read(file)?.record).toEqual(changed(recordOf(500), 2));
});

test.each<[string, (record: SearchRecord) => SearchRecord]>([
  ["a post more", (record) => ({ ...record, posts: [...record.posts, post(5000)] })],
  ["other bits", (record) => ({ ...record, parts: { ...record.parts, recent: { bits: 1, checksums: [5, 6] } } })],
  ["most posts", (record) => ({ ...record, posts: record.posts.map((_, number) => post(number, "other")) })],
])("%s: all is written anew", (_, change) => {
  const file = saved(recordOf(3000));
  const known = read(file)!;
  saveSearchRecord(file, header, change(known.record), known);
  expect(read(file)).toMatchObject({ record: change(recordOf(3000)), amended: 0 });
});

test("another pack, too many changes, or nothing that is believed: all is written anew", () => {
  const file = saved(recordOf(9));
  const known = read(file)!;
  saveSearchRecord(file, { ...header, pack: "b.pack" }, changed(known.record, 1), known);
  expect(read(file)).toMatchObject({ header: { pack: "b.pack" }, amended: 0 });
  const small = saved(recordOf(9));
  const whole = statSync(small).size;
  for (let turn = 0; turn < 500; turn += 1) {
    const now = read(small)!;
    saveSearchRecord(small, header, { ...now.record, posts: now.record.posts.with(1, post(1, `k${turn}`)) }, now);
  }
  expect(read(small)?.record.posts[1]?.key).toBe("k499");
  expect(statSync(small).size).toBeLessThan(whole + 250 * 120);
  saveSearchRecord(small, header, recordOf(2), undefined);
  expect(read(small)).toMatchObject({ record: recordOf(2), amended: 0 });
});
