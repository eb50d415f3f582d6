import type { Skipped } from "../model/build.js";
import type { Finding } from "../model/finding.js";
import type { Page } from "../model/page.js";
import type { Site } from "../model/site.js";

/** Looks at the finished model and tells what is wrong with it. */
export interface Check {
  readonly name: string;
  /** `false`: too dear, or too fussy, for the end of every build; `pumice check` runs it. */
  readonly inBuild: boolean;
  readonly run: (input: CheckInput) => readonly Finding[];
}

export interface CheckInput {
  readonly site: Site;
  readonly pages: readonly Page[];
  readonly skipped: readonly Skipped[];
  /** Paths of the destination's files that are no pages: assets, attachments, feeds. */
  readonly files: readonly string[];
  /** The finished HTML of the post with a path, its local URLs as marks (`html/marks.ts`). */
  readonly bodyOf: (path: string) => string;
  /** Milliseconds since the epoch. */
  readonly now: number;
}
