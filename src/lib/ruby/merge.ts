import { isPlainHash } from "./inspect.js";

export type Hash = Record<string, unknown>;

/** Two hashes as one: the second wins, hashes within are merged, and a `null` of the second counts as not given. */
export function deepMerge(first: Hash, second: Hash): Hash {
  const merged: Hash = { ...first };
  for (const [key, value] of Object.entries(second)) {
    const old = merged[key];
    if (value === null && Object.hasOwn(merged, key)) continue;
    merged[key] = isPlainHash(old) && isPlainHash(value) ? deepMerge(old, value) : value;
  }
  return merged;
}
