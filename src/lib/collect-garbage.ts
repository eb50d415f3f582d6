import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { once } from "./once.js";

const collector = once((): (() => void) => {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  setFlagsFromString("--no-expose-gc");
  return collect;
});

/**
 * Lets go now of what is not needed any more, in this thread. Left to itself, V8 waits until twice or three times as much as
 * is needed has come together. It takes a millisecond for each megabyte that is kept: something for the end of great work.
 */
export function collectGarbage(): void {
  collector()();
}
