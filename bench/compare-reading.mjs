import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { writePosts } from "./posts.mjs";

/*
 * node bench/compare-reading.mjs BEFORE AFTER [rounds]
 *
 * How much quicker or slower one compiled program (its folder `dist`) reads posts than another. Both run in this process, in
 * turns of a few posts, so that what else the machine does troubles both: of two processes one cannot tell a few per cent.
 */

const COUNT = 400;
const TURN = 20;
/** Until then, code is being optimized. */
const WARM = 8;

const [before, after, rounds = "40"] = process.argv.slice(2);
if (!before || !after) {
  process.stderr.write("node bench/compare-reading.mjs BEFORE/dist AFTER/dist [rounds]\n");
  process.exit(2);
}
const load = (folder, name) => import(pathToFileURL(join(resolve(folder), name)).href);
const site = mkdtempSync(join(tmpdir(), "pumice-reading-"));
try {
  const names = writePosts(join(site, "posts"), COUNT);
  writeFileSync(join(site, "_config.yml"), "title: Bench\nurl: https://example.org\nlang: zh-CN\n");
  const { config } = (await (await load(after, "index.js")).loadSite({ source: site })).site;
  const programs = [await load(before, "work/tasks.js"), await load(after, "work/tasks.js")];
  const files = names.map((name) => {
    const absolutePath = join(site, "posts", name);
    return { path: `posts/${name}`, absolutePath, size: statSync(absolutePath).size, modified: 0, folder: "posts" };
  });
  const ratios = [];
  for (let round = 0; round < Number(rounds); round += 1) {
    const took = [0, 0];
    for (let at = 0; at < files.length; at += TURN) {
      // Who comes second finds the files in the processor's memory.
      for (const which of (round + at / TURN) % 2 === 0 ? [0, 1] : [1, 0]) {
        const start = performance.now();
        await programs[which].readPosts({ files: files.slice(at, at + TURN), options: config.pipeline });
        took[which] += performance.now() - start;
      }
    }
    if (round >= WARM) ratios.push(took[1] / took[0]);
  }
  ratios.sort((a, b) => a - b);
  const [first, median, third] = [1, 2, 3].map((quarter) =>
    ratios[Math.floor((ratios.length * quarter) / 4)].toFixed(3),
  );
  process.stdout.write(`after ÷ before: ${median} (quartiles ${first} and ${third})\n`);
} finally {
  rmSync(site, { recursive: true, force: true });
}
