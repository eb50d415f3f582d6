import { cpSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { measure, medianOf } from "./measure.mjs";
import { writePosts } from "./posts.mjs";
import { programs } from "./programs.mjs";

/*
 * npm run bench -- [--posts 1000,10000] [--runs 3] [--programs pumice,hugo,eleventy] [--json FILE]
 *
 * All programs take turns on the same posts. Figures of different machines, or of one that had other things to do, say
 * little; the ratios of one run say more.
 */

const { values } = parseArgs({
  options: {
    posts: { type: "string", default: "1000,10000" },
    runs: { type: "string", default: "3" },
    programs: { type: "string", default: "pumice,hugo,eleventy" },
    json: { type: "string" },
  },
});

const wanted = values.programs.split(",");
const chosen = programs.filter(({ name, isInstalled }) => wanted.includes(name) && isInstalled());

/**
 * What happens to a site before each timed build. The newest post stands on the most pages, and the beginning of its text on
 * lists, too; its end on its own page, in feeds and in the search alone.
 */
const cases = {
  cold: (program, site) => program.forget(site),
  nothing: () => {},
  touched: (program, site, names) => {
    for (const name of names) utimesSync(join(site, program.posts, name), new Date(), new Date());
  },
  post: (program, site, names, run) => edit(join(site, program.posts, names.at(-1)), "</p>", ` ${run}</p>`),
  text: (program, site, names, run) =>
    edit(join(site, program.posts, names.at(-1)), /<\/p>(?![\s\S]*<\/p>)/, ` ${run}</p>`),
  layout: (program, site, _names, run) => edit(join(site, program.layout), /<h1[^>]*>/, `<h1 class="run-${run}">`),
};

function edit(file, from, to) {
  writeFileSync(file, readFileSync(file, "utf8").replace(from, to));
}

function benchmark(folder, count) {
  const names = writePosts(join(folder, "posts"), count);
  const sites = chosen.map((program) => {
    const site = join(folder, program.name);
    program.prepare(site);
    cpSync(join(folder, "posts"), join(site, program.posts), { recursive: true });
    return { program, site, output: join(site, program.output) };
  });
  return Object.entries(cases).flatMap(([name, change]) => {
    const runs = sites.map(() => []);
    for (let run = 0; run < Number(values.runs); run += 1) {
      for (const [at, { program, site, output }] of sites.entries()) {
        change(program, site, names, run);
        runs[at].push(measure(program.command, { cwd: site, output }));
      }
    }
    return sites.map(({ program }, at) => ({ posts: count, case: name, program: program.name, ...medianOf(runs[at]) }));
  });
}

const folder = mkdtempSync(join(tmpdir(), "pumice-bench-"));
try {
  const rows = values.posts.split(",").flatMap((count) => {
    const results = benchmark(join(folder, count), Number(count));
    rmSync(join(folder, count), { recursive: true });
    return results;
  });
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? "unknown"}, Node ${process.versions.node}`;
  if (values.json)
    writeFileSync(values.json, `${JSON.stringify({ date: new Date().toISOString(), machine, rows }, null, 2)}\n`);
  process.stdout.write(
    `${printTable(rows)}\n\n${new Date().toISOString().slice(0, 10)}, ${machine}, medians of ${values.runs}\n`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** A Markdown table. Behind each figure of Pumice its ratio to the other program's. */
function printTable(rows) {
  const head =
    "| posts | case | program | wall s | CPU s | memory MB | files written | Pumice's wall / CPU / memory ÷ its |";
  const lines = rows.map((row) => {
    const own = rows.find(
      (other) => other.program === "pumice" && other.posts === row.posts && other.case === row.case,
    );
    const ratio = (name) => (own?.[name] == null || !row[name] ? "–" : (own[name] / row[name]).toFixed(2));
    const ratios = row.program === "pumice" ? "" : `${ratio("wall")} / ${ratio("cpu")} / ${ratio("memory")}`;
    const figure = (value, digits) => (value === null ? "–" : value.toFixed(digits));
    return `| ${row.posts} | ${row.case} | ${row.program} | ${figure(row.wall, 2)} | ${figure(row.cpu, 2)} | ${figure(row.memory, 0)} | ${row.files} | ${ratios} |`;
  });
  return [head, "|---|---|---|---|---|---|---|---|", ...lines].join("\n");
}
