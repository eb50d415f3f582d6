import { relative } from "node:path";
import type { Config } from "../model/config.js";
import { createRefreshQueue } from "../server/refresh-queue.js";
import { isSourceBesides } from "../server/source-paths.js";
import { watchSources } from "../server/watch.js";

export interface Rebuilding {
  /** Whose sources are watched. */
  readonly config: Pick<Config, "source" | "destination">;
  readonly polling: boolean;
  /** Builds anew, after a change of files relative to the source. Must not throw. */
  readonly build: (paths: readonly string[]) => Promise<void>;
  readonly onError: (error: unknown) => void;
}

/** `pumice build --watch`: builds whenever sources have changed, until the process is ended. */
export function rebuildOnChange({ config, polling, build, onError }: Rebuilding): Promise<never> {
  const { source, destination } = config;
  const output = relative(source, destination).replaceAll("\\", "/");
  const queue = createRefreshQueue((hints) => build(hints === "all" ? ["files"] : [...hints]));
  watchSources({
    root: source,
    isSource: (path) => isSourceBesides(path, output),
    polling,
    onChange: queue.add,
    onError,
  });
  return new Promise(() => {});
}
