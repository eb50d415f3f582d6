import { register } from "node:module";
import { basename } from "node:path";
import { pathToFileURL } from "node:url";
import type { Check } from "../checks/check.js";
import type { Emitter } from "../emitters/emitter.js";
import type { FilterHandler } from "../layout/filters/filter.js";
import { once } from "../lib/once.js";
import { suggest } from "../lib/suggest.js";
import type { OwnCode } from "../model/config.js";
import { UserError } from "../model/message.js";
import type { PageKind } from "../pages/page-kind.js";
import type { Cleanup } from "../pipeline/cleanup.js";
import type { Step } from "../pipeline/step.js";

/** What `pumice.config.js` adds to the program. It is the owner's code: nothing confines it. */
export interface OwnParts {
  /** Origins that Pumice does not know; they see a body before those that it does. */
  readonly cleanups?: readonly Cleanup[];
  /** They run after all of Pumice's own but the sanitizer, which has the last word. */
  readonly steps?: readonly Step[];
  /** An address that one of them claims is not given to a page of Pumice's own. */
  readonly pageKinds?: readonly PageKind[];
  readonly emitters?: readonly Emitter[];
  readonly checks?: readonly Check[];
  /** Filters for layouts, by name. They return at once: promises are not waited for. */
  readonly filters?: Readonly<Record<string, FilterHandler>>;
}

const kinds = ["cleanups", "steps", "pageKinds", "emitters", "checks", "filters"];
const none: OwnParts = {};
const loaded = new Map<string, OwnParts>();

/**
 * Reads the site's own code in this thread, once for each state of it: functions cannot be handed from thread to thread.
 * Throws a `UserError` where it does not run.
 */
export async function loadOwnParts(code: OwnCode | undefined): Promise<OwnParts> {
  if (code === undefined) return none;
  const known = loaded.get(keyOf(code));
  if (known) return known;
  const parts = await withAnySelector(check(await importParts(code), code));
  loaded.set(keyOf(code), parts);
  return parts;
}

/** Own cleanups may use every selector; what finds them is loaded for nobody else. */
async function withAnySelector(parts: OwnParts): Promise<OwnParts> {
  if (!parts.cleanups) return parts;
  const [{ selectAll }, { withQueries }] = await Promise.all([
    import("hast-util-select"),
    import("../pipeline/query-cleanup.js"),
  ]);
  return { ...parts, cleanups: parts.cleanups.map((cleanup) => withQueries(cleanup, selectAll)) };
}

/** What `loadOwnParts` has read in this thread. */
export function ownParts(code: OwnCode | undefined): OwnParts {
  return (code && loaded.get(keyOf(code))) ?? none;
}

const keyOf = ({ file, hash }: OwnCode) => `${file}?${hash}`;

/**
 * Node keeps a module as long as it runs. With the hash in their names, what the first module imports from the site is another
 * module when anything of it has changed, too.
 */
const followHash = `
export async function resolve(specifier, context, next) {
  const found = await next(specifier, context);
  const hash = /^file:.*(\\?[0-9a-f]{16})$/.exec(context.parentURL ?? "")?.[1];
  return hash && specifier.startsWith(".") && !found.url.includes("?") ? { ...found, url: found.url + hash } : found;
}`;
const followHashOnce = once(() => register(`data:text/javascript,${encodeURIComponent(followHash)}`));

async function importParts({ file, files, hash }: OwnCode): Promise<unknown> {
  if (files.length > 1) followHashOnce();
  if (file.endsWith(".ts") && !(process.features as { typescript?: unknown }).typescript) {
    const note = "Use Node 22.18 or newer, or write pumice.config.js with `// @ts-check` in its first line";
    throw wrong(file, `Node ${process.versions.node} does not read TypeScript`, note);
  }
  try {
    // The hash makes it another module when the file has changed.
    return ((await import(`${pathToFileURL(file).href}?${hash}`)) as { default?: unknown }).default;
  } catch (error) {
    throw wrong(file, `This does not run: ${String(error)}`, "Run it by itself with `node` to see more", error);
  }
}

function check(parts: unknown, { file }: OwnCode): OwnParts {
  if (typeof parts !== "object" || parts === null) {
    throw wrong(file, "It has no default export", "Write `export default defineConfig({ … })`");
  }
  for (const [key, value] of Object.entries(parts)) {
    if (!kinds.includes(key)) {
      const meant = suggest(key, kinds);
      throw wrong(file, `\`${key}\` is nothing that can be added`, meant ? `Did you mean \`${meant}\`?` : list);
    }
    const fits = key === "filters" ? typeof value === "object" && value !== null : Array.isArray(value);
    if (!fits) throw wrong(file, `\`${key}\` is not right`, key === "filters" ? "It names functions" : "It is a list");
  }
  return parts as OwnParts;
}

const list = `Pumice knows ${kinds.join(", ")}`;

function wrong(file: string, reason: string, note: string, error?: unknown): UserError {
  const [, line, column] = new RegExp(`${basename(file)}(?:\\?\\w*)?:(\\d+)(?::(\\d+))?`).exec(stackOf(error)) ?? [];
  const place = line === undefined ? {} : { line: Number(line), ...(column ? { column: Number(column) } : {}) };
  return new UserError([{ severity: "error", ruleId: "own-code", reason, note, file: basename(file), ...place }], 2);
}

const stackOf = (error: unknown) => (error instanceof Error ? (error.stack ?? "") : "");
