import type { BuildResult } from "../../src/model/build.js";
import { makeSite } from "../emitters/site.js";

export function makeResult(given: Partial<BuildResult> = {}): BuildResult {
  return {
    ok: true,
    messages: [],
    skipped: [],
    config: makeSite([]).config,
    written: { added: [], changed: [], removed: [], unchanged: 0 },
    counts: { posts: 0, pages: 0, fromCache: 0, files: 0, bytes: 0 },
    removals: [],
    milliseconds: 0,
    ...given,
  };
}
