import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { build } from "../../src/build.js";
import type { BuildOptions } from "../../src/model/build.js";
import { UserError } from "../../src/model/message.js";

export const hasJekyll = spawnSync("jekyll", ["--version"]).status === 0;
if (!hasJekyll) console.warn("skipped: there is no `jekyll` on this machine to compare with");

/** Texts by path; `null` for a file that is removed. */
export type Edit = Readonly<Record<string, string | null>>;
export type Files = ReadonlyMap<string, string>;

export interface Built {
  readonly ok: boolean;
  /** The pages, feeds and texts of the output. */
  readonly files: Files;
  /** All that was said, without colours and with single blanks. */
  readonly said: string;
}

export interface Both {
  readonly golden: Built;
  readonly ours: Built;
}

interface Ways {
  /** Jekyll's flags, and what they are in our options. */
  readonly flags?: readonly string[];
  readonly options?: BuildOptions;
}

/**
 * Builds a site with Jekyll and with Pumice, in folders of their own, and once more after each of the edits. What comes
 * back is the last state.
 */
export async function buildBoth(site: Edit, ways: Ways = {}, edits: readonly Edit[] = []): Promise<Both> {
  const rounds = [site, ...edits];
  return { golden: await last(rounds, jekyll(ways)), ours: await last(rounds, pumice(ways)) };
}

type Builder = (folder: string) => Promise<Built> | Built;

async function last(rounds: readonly Edit[], builder: Builder): Promise<Built> {
  const folder = mkdtempSync(join(tmpdir(), "pumice-both-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  let built: Built | undefined;
  for (const edit of rounds) {
    apply(edit, folder);
    built = await builder(folder);
  }
  return built!;
}

function apply(edit: Edit, folder: string): void {
  for (const [path, text] of Object.entries(edit)) {
    if (text === null) rmSync(join(folder, path), { recursive: true, force: true });
    else {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
  }
}

function jekyll({ flags = [] }: Ways): Builder {
  return (folder) => {
    const { status, stdout, stderr } = spawnSync("jekyll", ["build", ...flags], { cwd: folder, encoding: "utf8" });
    return { ok: status === 0, files: filesOf(folder), said: plain(stdout + stderr, folder) };
  };
}

function pumice({ options = {} }: Ways): Builder {
  return async (folder) => {
    const { ok, messages } = await build({ source: folder, diskCache: false, ...options }).catch((error: unknown) => {
      if (error instanceof UserError) return { ok: false, messages: error.messages };
      throw error;
    });
    const said = messages.map(({ reason, note }) => `${reason} ${note ?? ""}`).join("\n");
    return { ok, files: filesOf(folder), said: plain(said, folder) };
  };
}

/** The folder's own name is another for each of the two. */
function plain(said: string, folder: string): string {
  const uncoloured = said.replace(/\x1b\[\d*m/g, "");
  return uncoloured.replaceAll(folder, "SITE").replace(/\s+/g, " ");
}

function filesOf(folder: string): Files {
  const site = join(folder, "_site");
  const names = readdirSync(folder).includes("_site") ? readdirSync(site, { recursive: true, encoding: "utf8" }) : [];
  const read = names.filter((name) => /\.(?:html|xml|txt)$/.test(name) && statSync(join(site, name)).isFile()).sort();
  return new Map(read.map((name) => [name, readFileSync(join(site, name), "utf8")]));
}
