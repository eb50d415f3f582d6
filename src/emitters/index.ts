import type { Emitted, Emitter, EmitterInput } from "./emitter.js";
import { feed } from "./feed.js";
import { headers } from "./headers.js";
import { nojekyll } from "./nojekyll.js";
import { redirects } from "./redirects.js";
import { robots } from "./robots.js";
import { sitemap } from "./sitemap.js";

export const emitters: readonly Emitter[] = [feed, sitemap, robots, redirects, headers, nojekyll];

/**
 * Runs all emitters. What the site's owner made as a page or put there as a file wins: `taken` are the output paths that
 * exist already. `own`: emitters of the site.
 */
export function emitAll(
  input: EmitterInput,
  taken: ReadonlySet<string> = new Set(),
  own: readonly Emitter[] = [],
): Required<Emitted> {
  const emitted = [...emitters, ...own].map((emitter) => emitter.emit(input));
  return {
    outputs: emitted.flatMap((one) => one.outputs).filter((output) => !taken.has(output.path)),
    messages: emitted.flatMap((one) => one.messages ?? []),
  };
}
