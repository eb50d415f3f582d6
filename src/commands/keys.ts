import { createInterface } from "node:readline/promises";
import type { ReadStream } from "node:tty";

/** What a key does; `"stop"` ends the reading. */
export type Keys = Readonly<Record<string, () => unknown>>;

const controlC = "\u0003";

/** Reads single keys until `q` or Ctrl-C; for ever where nobody sits at a terminal. Returns the key that ended it. */
export function readKeys(keys: Keys, stdin: ReadStream = process.stdin): Promise<"q" | "interrupt"> {
  return new Promise((resolve) => {
    if (!stdin.isTTY) return;
    stdin.setRawMode(true).resume().setEncoding("utf8");
    stdin.on("data", async function onKeys(text: string) {
      // Quick fingers, or a slow moment, bring several keys at once.
      for (const key of text) {
        if (key === "q" || key === controlC) {
          stdin.off("data", onKeys).setRawMode(false).pause();
          resolve(key === "q" ? "q" : "interrupt");
          return;
        }
        if (!Object.hasOwn(keys, key)) continue;
        stdin.off("data", onKeys);
        await keys[key]!();
        stdin.setRawMode(true).resume().on("data", onKeys);
      }
    });
  });
}

/** Asks for a line at the terminal; empty when there is no answer. */
export async function askLine(question: string, stdin: ReadStream = process.stdin): Promise<string> {
  stdin.setRawMode(false);
  const lines = createInterface({ input: stdin, output: process.stderr });
  try {
    return (await lines.question(question)).trim();
  } catch {
    return "";
  } finally {
    lines.close();
  }
}
