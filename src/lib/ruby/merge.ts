import { type Hash, hashOf, pairsOf } from "./hash.js";
import { isPlainHash } from "./inspect.js";

/** Two hashes as one: the second wins, hashes within are merged, and a `null` of the second counts as not given. */
export function deepMerge(first: Hash, second: Hash): Hash {
  const merged = new Map(pairsOf(first));
  for (const [key, value] of pairsOf(second)) {
    const old = merged.get(key);
    if (value === null && merged.has(key)) continue;
    merged.set(key, isPlainHash(old) && isPlainHash(value) ? deepMerge(old, value) : value);
  }
  return hashOf(merged);
}
