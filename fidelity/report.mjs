import path from "node:path";
import { EXCEPTIONS } from "./exceptions.mjs";
import { recallOf } from "./tally.mjs";

/** @import { Findings } from "./model.d.ts" */
/** @import { Excepted } from "./exceptions.mjs" */
/** @import { Measure } from "./measure.mjs" */
/** @import { Tally } from "./tally.mjs" */

const SAMPLES_PER_KIND = 3;

/** One line for each source. @param {readonly Tally[]} tallies */
export function tableOf(tallies) {
  const rows = tallies.map((tally) => [
    tally.name,
    String(tally.posts),
    String(tally.missing.length),
    percent(tally.posts === 0 ? 100 : (100 * tally.text.whole) / tally.posts),
    String(tally.posts - tally.text.nearlyWhole),
    percent(tally.text.least),
    ...["code", "images", "links", "cells", "list entries", "headings", "formulas", "formulas rendered", "embeds"].map(
      (name) => keptOf(tally, name),
    ),
    String(faultsExcept(tally, "invalid")),
    String(tally.faults.invalid?.posts ?? 0),
  ]);
  const head = ["source", "posts", "missing", "100 %", "short", "least"];
  const kinds = [
    "code",
    "images",
    "links",
    "cells",
    "entries",
    "headings",
    "formulas",
    "rendered",
    "embeds",
    "faults",
    "invalid",
  ];
  return alignColumns([[...head, ...kinds], ...rows]);
}

/** The other figures and the faults of all sources together. @param {readonly Tally[]} tallies */
export function detailsOf(tallies) {
  const names = [...new Set(tallies.flatMap((tally) => Object.keys(tally.figures)))];
  const figures = names.map((name) => {
    const kept = tallies.map((tally) => tally.figures[name] ?? { source: 0, lost: 0 });
    const source = kept.reduce((total, { source }) => total + source, 0);
    const lost = kept.reduce((total, { lost }) => total + lost, 0);
    return [name, String(source), String(lost), percent(recallOf({ source, lost }))];
  });
  const kinds = [...new Set(tallies.flatMap((tally) => Object.keys(tally.faults)))].sort();
  const faults = kinds.map((kind) => {
    const counts = tallies.map((tally) => tally.faults[kind] ?? { count: 0, posts: 0 });
    return [
      kind,
      String(counts.reduce((total, { count }) => total + count, 0)),
      String(counts.reduce((total, { posts }) => total + posts, 0)),
    ];
  });
  return [
    alignColumns([["figure", "in source", "lost", "kept"], ...figures]),
    alignColumns([["fault", "count", "posts"], ...faults]),
  ].join("\n\n");
}

/** Losses that are right, with the reason and all of them: they are few. @param {readonly Excepted[]} excepted */
export function describeExceptions(excepted) {
  return EXCEPTIONS.flatMap(({ kind, name, reason }) => {
    const own = excepted.filter((sample) => sample.name === name);
    if (own.length === 0) return [];
    return [`Exception, ${kind}: ${own.length} × ${name}. ${reason}`, ...own.map(({ sample }) => `  ${sample}`)];
  }).join("\n");
}

/** The posts that lose most, with samples of what. @param {readonly Measure[]} measures @param {number} most */
export function worstOf(measures, most) {
  return measures
    .flatMap(({ file, findings }) => (findings === undefined ? [] : [{ file, findings, harm: harmOf(findings) }]))
    .filter(({ harm }) => harm > 0)
    .sort((a, b) => b.harm - a.harm || (a.file < b.file ? -1 : 1))
    .slice(0, most);
}

/** @param {{ file: string, findings: Findings }} post */
export function describePost({ file, findings }) {
  const { text } = findings;
  const name = path.join(path.basename(path.dirname(file)), path.basename(file));
  const lines = [
    `${name}: text ${percent(recallOf(text))} (${text.lost} of ${text.source} lost, ${text.gained} gained)`,
  ];
  /** @type {Map<string, string[]>} */
  const byKind = new Map();
  for (const { kind, sample } of findings.samples) byKind.set(kind, [...(byKind.get(kind) ?? []), sample]);
  for (const [kind, samples] of byKind) {
    const more = samples.length > SAMPLES_PER_KIND ? ` … ${samples.length} in all` : "";
    lines.push(
      `  ${kind}: ${samples
        .slice(0, SAMPLES_PER_KIND)
        .map((sample) => JSON.stringify(sample))
        .join(" · ")}${more}`,
    );
  }
  return lines.join("\n");
}

/** Lost text weighs by its share; each other loss and fault counts once. @param {Findings} findings */
function harmOf({ text, figures, faults }) {
  const losses = Object.values(figures).reduce((total, { lost }) => total + lost, 0);
  const flaws = Object.values(faults).reduce((total, count) => total + count, 0);
  return 100 * (100 - recallOf(text)) + losses + flaws;
}

/** @param {Tally} tally @param {string} name */
function keptOf(tally, name) {
  const kept = tally.figures[name];
  return kept === undefined || kept.source === 0
    ? "-"
    : kept.lost === 0
      ? "100"
      : `${percent(recallOf(kept))} (-${kept.lost})`;
}

/** @param {Tally} tally @param {string} except */
function faultsExcept(tally, except) {
  return Object.entries(tally.faults).reduce(
    (total, [kind, { count }]) => (kind === except ? total : total + count),
    0,
  );
}

/** Rounded down, so that 100 means all. @param {number} value */
function percent(value) {
  return String(Math.floor(value * 100) / 100);
}

/** @param {readonly (readonly string[])[]} rows */
function alignColumns(rows) {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? "").length)));
  return rows
    .map((row) =>
      row
        .map((text, column) => (column === 0 ? text.padEnd(widths[0] ?? 0) : text.padStart(widths[column] ?? 0)))
        .join("  "),
    )
    .join("\n");
}
