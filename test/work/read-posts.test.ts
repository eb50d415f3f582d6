import { join } from "node:path";
import { expect, test } from "vitest";
import { unpackPost } from "../../src/cache/packed-post.js";
import { defaultConfig } from "../../src/config/defaults.js";
import type { PipelineOptions } from "../../src/model/config.js";
import { type ReadPost, readPosts } from "../../src/work/read-tasks.js";
import { makeFolder } from "../writer/folder.js";

const options = defaultConfig().pipeline;

function filesOf(folder: string, ...names: readonly string[]) {
  return names.map((name) => ({
    path: `posts/${name}`,
    absolutePath: join(folder, name),
    folder: "posts" as const,
    size: 0,
    modified: 0,
  }));
}

const unpacked = (read: ReadPost) => ({ ...read, ...unpackPost(read.packed) });

test("a post that is gone when it is read does not take the others with it", async () => {
  const folder = makeFolder({ "a.md": "---\ntitle: A\n---\nText.", "c.md": "---\ntitle: C\n---\nText." });
  const [a, b, c] = (await readPosts({ files: filesOf(folder, "a.md", "b.md", "c.md"), options })).map(unpacked);
  expect([a!.post.title, c!.post.title]).toEqual(["A", "C"]);
  expect(b!.post.messages).toEqual([
    expect.objectContaining({ severity: "error", ruleId: "unreadable", file: "posts/b.md" }),
  ]);
  expect(b!.contentHash).toBe("");
});

test("where we fail ourselves, the post is named and the others are read", async () => {
  const folder = makeFolder({
    "a.md": "---\ntitle: A\n---\n<p><a href='https://other.example/'>Link</a></p>",
    "b.md": "Read me.",
  });
  const broken = Object.defineProperty({ ...options }, "ownHosts", {
    get() {
      throw new TypeError("planted");
    },
  }) as PipelineOptions;
  const read = (await readPosts({ files: filesOf(folder, "a.md", "b.md"), options: broken })).map(unpacked);
  expect(read.map(({ path }) => path)).toEqual(["posts/a.md", "posts/b.md"]);
  expect(read[1]!.post.messages.map(({ ruleId }) => ruleId)).not.toContain("bug");
  const [message] = read[0]!.post.messages;
  expect(message).toMatchObject({ severity: "error", ruleId: "bug", file: "posts/a.md" });
  expect(message!.reason).toBe("Pumice failed on this post: TypeError: planted");
  expect(message!.note).toContain("report");
});
