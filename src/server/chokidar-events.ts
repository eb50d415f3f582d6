import { relative } from "node:path";
import { watch } from "chokidar";
import type { TellChanges } from "./watch.js";

/** How often (ms) files are looked at where nobody tells of changes. */
const INTERVAL = 300;

/** News by chokidar, which knows the ways of macOS and Windows, and can look for itself on drives that tell nothing. */
export const tellByChokidar: TellChanges = ({ root, isSource, polling, onEvent, onError }) => {
  const nameOf = (path: string) => relative(root, path).replaceAll("\\", "/");
  const watcher = watch(root, {
    ignored: (path) => path !== root && !isSource(nameOf(path)),
    ignoreInitial: true,
    followSymlinks: false,
    // It would hold back the news that a file is gone; what comes after is looked at anyway.
    atomic: false,
    ...(polling ? { usePolling: true, interval: INTERVAL } : {}),
  });
  watcher.on("all", (_, path) => onEvent(nameOf(path)));
  watcher.on("error", onError);
  // What changed before it had seen everything once is told by nobody.
  watcher.on("ready", () => onEvent(undefined));
  return { close: () => void watcher.close() };
};
