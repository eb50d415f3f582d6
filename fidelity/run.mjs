import { availableParallelism } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import Tinypool from "tinypool";
import { applyExceptions } from "./exceptions.mjs";
import { describeExceptions, describePost, detailsOf, tableOf, worstOf } from "./report.mjs";
import { buildSource, findSources } from "./sites.mjs";
import { shortfalls, tallyOf } from "./tally.mjs";

/** @import { Excepted } from "./exceptions.mjs" */
/** @import { Measure } from "./measure.mjs" */
/** @import { Pair, Source } from "./sites.mjs" */

const USAGE = `Usage: npm run fidelity -- SITE_OR_FOLDER … [options]
Compares the posts of a site, of a folder of posts, or of each folder in a folder with the pages built from them.
  --json              all figures and findings as JSON
  --worst N           posts to show (20)
  --built DIR         destination of a build that is already there (one source only)
  --min-recall P      least share of text kept in each post, per cent (99.5)
  --min-whole P       least share of posts that keep all of their text, per cent (95)
  --min-kept P        least share kept of code lines, images, links …, per cent (100)
  --max-faults N      most faults in the pages of a source (0)
  --validate-every N  check the HTML of every Nth page only; 0: of none (1)
Exit code 1 when a source is short of that or a page is missing.`;

const BATCH = 20;

const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
    "validate-every": { type: "string", default: "1" },
    worst: { type: "string", default: "20" },
    built: { type: "string" },
    "min-recall": { type: "string", default: "99.5" },
    "min-whole": { type: "string", default: "95" },
    "min-kept": { type: "string", default: "100" },
    "max-faults": { type: "string", default: "0" },
  },
});
const aim = {
  minRecall: Number(flags["min-recall"]),
  minWhole: Number(flags["min-whole"]),
  minKept: Number(flags["min-kept"]),
  maxFaults: Number(flags["max-faults"]),
};

if (flags.help || positionals.length === 0) {
  console.log(USAGE);
  process.exitCode = flags.help ? 0 : 2;
} else await main();

async function main() {
  const pool = new Tinypool({
    filename: new URL("./measure.mjs", import.meta.url).href,
    maxThreads: availableParallelism(),
    // Posts of the wild nest deeply, and the readings here are recursive.
    resourceLimits: { stackSizeMb: 32 },
  });
  const sources = (await Promise.all(positionals.map(findSources))).flat();
  const results = [];
  for (const source of sources) {
    const judged = judge(await measureSource(source, pool));
    results.push({ tally: tallyOf(source.name, judged.measures, aim.minRecall), ...judged });
  }
  await pool.destroy();
  const short = results.flatMap(({ tally }) => shortfalls(tally, aim).map((reason) => `${tally.name}: ${reason}`));
  if (flags.json) console.log(JSON.stringify({ sources: results, short }));
  else print(results, short);
  process.exitCode = short.length > 0 ? 1 : 0;
}

/** A source that cannot be built counts as a missing page. @param {Source} source @param {Tinypool} pool @returns {Promise<Measure[]>} */
async function measureSource(source, pool) {
  const site = await buildSource(source, flags.built).catch((/** @type {unknown} */ error) => String(error));
  if (typeof site === "string") return [{ file: source.folder, missing: site }];
  try {
    return await measurePairs(site.pairs, pool);
  } finally {
    await site.dispose();
  }
}

/** Losses that are right are told apart. @param {readonly Measure[]} measures */
function judge(measures) {
  const posts = new Set(measures.map(({ file }) => path.parse(file).name));
  const judged = measures.map((measure) => applyExceptions(measure, { posts }));
  return { measures: judged.map(({ measure }) => measure), excepted: judged.flatMap(({ excepted }) => excepted) };
}

/** @param {readonly Pair[]} pairs @param {Tinypool} pool @returns {Promise<Measure[]>} */
async function measurePairs(pairs, pool) {
  const every = Number(flags["validate-every"]);
  const jobs = pairs.map((pair, index) => ({ ...pair, validate: every > 0 && index % every === 0 }));
  const batches = Array.from({ length: Math.ceil(jobs.length / BATCH) }, (_, index) =>
    jobs.slice(index * BATCH, (index + 1) * BATCH),
  );
  const measured = await Promise.all(batches.map((batch) => pool.run(batch)));
  return measured.flat();
}

/** @param {readonly { tally: ReturnType<typeof tallyOf>, measures: readonly Measure[], excepted: readonly Excepted[] }[]} results @param {readonly string[]} short */
function print(results, short) {
  const tallies = results.map(({ tally }) => tally);
  const worst = worstOf(
    results.flatMap(({ measures }) => measures),
    Number(flags.worst),
  );
  const parts = [
    tableOf(tallies),
    detailsOf(tallies),
    describeExceptions(results.flatMap(({ excepted }) => excepted)),
    worst.map(describePost).join("\n"),
  ];
  if (short.length > 0) parts.push(`Short of the aim:\n${short.map((reason) => `  ${reason}`).join("\n")}`);
  console.log(parts.filter(Boolean).join("\n\n"));
}
