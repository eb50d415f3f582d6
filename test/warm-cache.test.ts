import { cpSync, existsSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { isInShard } from "../src/warm-cache.js";
import { readTree } from "./build/tree.js";
import { run } from "./commands/terminal.js";
import { makeFolder } from "./writer/folder.js";

const count = 40;
const names = Array.from(
  { length: count },
  (_, index) => `posts/2024-01-${String(1 + (index % 28)).padStart(2, "0")}-n${index}.md`,
);
const files = {
  "_config.yml": "title: Many\nurl: https://example.org\n",
  ...Object.fromEntries(
    names.map((name, index) => [name, `---\ntitle: N${index}\n---\n## Head ${index}\n\nText ${index} [a](b).\n`]),
  ),
};

/** Three machines with the same files, each of which has cached its share. */
async function shares(): Promise<readonly string[]> {
  const sites = [1, 2, 3].map(() => makeFolder(files));
  for (const [index, site] of sites.entries()) {
    const { exitCode, stderr } = await run(["build", "-s", site, "--shard", `${index + 1}/3`]);
    expect(exitCode).toBe(0);
    const share = names.filter((path) => isInShard(path, { index: index + 1, count: 3 })).length;
    expect(stderr).toContain(`cached share ${index + 1} of 3: ${share} of ${count} posts (0 were there)`);
    expect(existsSync(join(site, "_site"))).toBe(false);
  }
  return sites;
}

test("every post is in one share, whatever else there is, and no share is empty", () => {
  for (const shares of [1, 2, 7]) {
    const sizes = Array.from({ length: shares }, (_, index) =>
      names.filter((path) => isInShard(path, { index: index + 1, count: shares })),
    );
    expect(sizes.flat().sort()).toEqual([...names].sort());
    expect(sizes.every((share) => share.length > 0)).toBe(true);
  }
});

test("joined, the caches of all shares spare a build every post, and it writes what it would write alone", async () => {
  const sites = await shares();
  const site = makeFolder(files);
  const merged = await run(["cache", "merge", "-s", site, join(sites[0]!, ".pumice"), sites[1]!, sites[2]!]);
  expect(merged).toMatchObject({ exitCode: 0, stderr: `the cache holds ${count} posts\n` });
  const { stderr } = await run(["build", "-s", site]);
  expect(stderr).toContain(`read ${count} posts (${count} from cache)`);
  const alone = makeFolder(files);
  await run(["build", "-s", alone]);
  expect(readTree(join(site, "_site"))).toEqual(readTree(join(alone, "_site")));
});

test("a share knows on its next run what it has done, and a changed post is made anew after the merge", async () => {
  const [first, second, third] = await shares();
  expect((await run(["build", "-s", first!, "--shard", "1/3"])).stderr).toMatch(/\((\d+) were there\)/);
  const site = makeFolder(files);
  writeFileSync(join(site, names[7]!), "---\ntitle: Other\n---\nOther text\n");
  await run(["cache", "merge", "-s", site, first!, second!, third!]);
  expect((await run(["build", "-s", site])).stderr).toContain(`(${count - 1} from cache)`);
  const page = readTree(join(site, "_site"))["2024/01/08/n7.html"];
  expect(page).toContain("Other text");
});

test("what is no cache is told; damaged bodies are no trouble; the site's own posts stay", async () => {
  const [first, second] = await shares();
  const site = makeFolder(files);
  cpSync(join(second!, ".pumice"), join(site, ".pumice"), { recursive: true });
  const empty = makeFolder();
  const { exitCode, stderr } = await run(["cache", "merge", "-s", site, first!, empty]);
  expect(exitCode).toBe(1);
  const both = names.filter((path) => !isInShard(path, { index: 3, count: 3 })).length;
  expect(stderr).toBe(`${empty} has no cache of this program with this configuration\nthe cache holds ${both} posts\n`);
  const [pack] = packsIn(join(first!, ".pumice/posts"));
  const bytes = readFileSync(pack!);
  bytes[0] = bytes[0]! ^ 1;
  writeFileSync(pack!, bytes);
  const other = makeFolder(files);
  const merged = await run(["cache", "merge", "-s", other, first!]);
  const whole = names.filter((path) => isInShard(path, { index: 1, count: 3 })).length - 1;
  expect(merged).toMatchObject({ exitCode: 0, stderr: `the cache holds ${whole} posts\n` });
  expect((await run(["build", "-s", other])).stderr).toContain(`(${whole} from cache)`);
  truncateSync(pack!, 10);
  expect((await run(["cache", "merge", "-s", makeFolder(files), first!])).exitCode).toBe(1);
});

test("shares that make no sense", async () => {
  for (const share of ["0/3", "4/3", "1", "a/b"]) {
    expect((await run(["build", "-s", makeFolder(files), "--shard", share])).exitCode).toBe(2);
  }
});

function packsIn(folder: string): readonly string[] {
  return Object.keys(readTree(folder))
    .filter((name) => name.endsWith(".pack"))
    .map((name) => join(folder, name));
}
