import { relative } from "node:path";
import { countOf, formatBytes, formatCount, formatDuration } from "../lib/format.js";
import { printable } from "../lib/printable.js";
import type { BuildResult, Profile, Removal, Skipped } from "../model/build.js";
import type { CheckResult } from "../model/check.js";
import { countBySeverity } from "../model/message.js";
import { printTemplates } from "./templates.js";
import type { Colors } from "./terminal.js";

/** The last lines of a build: what was left out, what was removed, what came of it. */
export function printSummary(result: BuildResult, colors: Colors): readonly string[] {
  return [
    ...(result.profile ? printProfile(result.profile) : []),
    ...printSkipped(result.skipped),
    ...printRemovals(result.removals),
    result.ok ? printSuccess(result, colors) : printFailure(result, colors),
  ].map((line) => line.trimEnd());
}

const reasons: Readonly<Record<Skipped["why"], { readonly noun: string; readonly hint?: string }>> = {
  draft: { noun: "draft", hint: "--drafts" },
  future: { noun: "scheduled", hint: "--future" },
  unpublished: { noun: "unpublished", hint: "--unpublished" },
  expired: { noun: "expired" },
  unreadable: { noun: "unreadable" },
};
const namedOfReason = 5;

/** Nothing is left out in silence: a line for each reason, with names. */
function printSkipped(skipped: readonly Skipped[]): readonly string[] {
  return Object.entries(reasons).flatMap(([why, { noun, hint }]) => {
    const posts = skipped.filter((post) => post.why === why);
    if (posts.length === 0) return [];
    const names = posts
      .slice(0, namedOfReason)
      .map(({ path, until }) => printable(until ? `${path} (${until})` : path));
    if (posts.length > namedOfReason) names.push("…");
    const advice = hint ? `  (${hint} includes ${posts.length === 1 ? "it" : "them"})` : "";
    return [`skipped ${formatCount(posts.length)} ${noun}: ${names.join(", ")}${advice}`];
  });
}

const namedRemovals = 6;

function printRemovals(removals: readonly Removal[]): readonly string[] {
  if (removals.length === 0) return [];
  const total = removals.reduce((sum, { count }) => sum + count, 0);
  const kinds = removals.slice(0, namedRemovals).map(({ rule, count }) => `${formatCount(count)} × ${printable(rule)}`);
  if (removals.length > namedRemovals) kinds.push("…");
  return [`removed ${formatCount(total)} from the posts: ${kinds.join(", ")}`];
}

function printSuccess(
  { counts, skipped, written, config, milliseconds, messages }: BuildResult,
  colors: Colors,
): string {
  const changes = [
    [written.added.length, "new"],
    [written.changed.length, "changed"],
    [written.removed.length, "removed"],
  ].flatMap(([count, word]) => (count === 0 ? [] : [`${formatCount(count as number)} ${word}`]));
  return [
    `${colors.green("✔")} read ${countOf(counts.posts + skipped.length, "post")} (${formatCount(counts.fromCache)} from cache)`,
    `skipped ${formatCount(skipped.length)}`,
    countOf(counts.pages, "page"),
    `${countOf(counts.files, "file")}, ${formatBytes(counts.bytes)} in ${nameOf(config)} (${changes.join(", ") || "nothing new"})`,
    ...printProblems(messages),
    formatDuration(milliseconds),
  ].join(" · ");
}

function printFailure({ messages, config }: BuildResult, colors: Colors): string {
  const problems = printProblems(messages).join(", ");
  return `${colors.red("✖")} ${problems}. Nothing was written: ${nameOf(config)} stays as it was`;
}

function printProblems(messages: BuildResult["messages"]): readonly string[] {
  const { error, warning } = countBySeverity(messages);
  return [...(error > 0 ? [countOf(error, "error")] : []), ...(warning > 0 ? [countOf(warning, "warning")] : [])];
}

function nameOf({ source, destination }: BuildResult["config"]): string {
  const path = relative(source, destination).replaceAll("\\", "/");
  return printable(path.startsWith("..") ? destination : `${path}/`);
}

function printProfile({ stages, slowestPosts, templates = [] }: Profile): readonly string[] {
  const row = (name: string, milliseconds: number) =>
    `  ${formatDuration(milliseconds).padStart(10)}  ${printable(name)}`;
  return [
    "where the time went (of the clock, of all processors)",
    ...stages.map(({ name, milliseconds, cpu }) => row(`${formatDuration(cpu).padStart(10)}  ${name}`, milliseconds)),
    ...(slowestPosts.length > 0 ? ["slowest posts"] : []),
    ...slowestPosts.map((post) => row(post.path, post.milliseconds)),
    ...(templates.length > 0 ? printTemplates(stages, templates) : []),
  ];
}

/** The last line of a check. */
export function printCheckSummary(
  { messages, posts, pages, milliseconds }: CheckResult,
  colors: Colors,
): readonly string[] {
  const { error, warning, info } = countBySeverity(messages);
  const sign = error > 0 ? colors.red("✖") : warning > 0 ? colors.yellow("!") : colors.green("✔");
  const found = [...printProblems(messages), ...(info > 0 ? [countOf(info, "hint")] : [])].join(", ");
  const looked = `${countOf(posts, "post")} and ${countOf(pages, "page")}`;
  return [`${sign} checked ${looked}: ${found || "nothing to say"} · ${formatDuration(milliseconds)}`];
}
