/** A hash of Ruby as an object. Its keys come in their own order from `keysOf`, `valuesOf` and `pairsOf`, not from `Object.keys`. */
export type Hash = Record<string, unknown>;

/*
 * JavaScript puts keys that look like integers first, wherever they stood: a menu with the pages `login` and `404` would be
 * turned over. A hash that has such keys remembers the order of all its keys. As the property is an enumerable symbol, copies
 * by spreading have it as well, and nothing else sees it.
 */
const order = Symbol("key order");

type Ordered = Hash & { [order]?: readonly string[] };

const isIndex = (key: string): boolean => /^(?:0|[1-9]\d{0,9})$/.test(key);

/** Of equal keys the last has its say, at the place of the first. */
export function hashOf(pairs: Iterable<readonly [string, unknown]>): Hash {
  const values = new Map(pairs);
  const keys = [...values.keys()];
  const hash: Hash = {};
  // `__proto__` is a key like any other.
  for (const [key, value] of values)
    Object.defineProperty(hash, key, { value, enumerable: true, configurable: true, writable: true });
  if (keys.some(isIndex)) (hash as Ordered)[order] = keys;
  return hash;
}

export function keysOf(hash: Hash): readonly string[] {
  const remembered = (hash as Ordered)[order];
  const own = Object.keys(hash);
  if (remembered === undefined) return own;
  // What was added or taken away since.
  const known = new Set(remembered);
  return [...remembered.filter((key) => Object.hasOwn(hash, key)), ...own.filter((key) => !known.has(key))];
}

export function pairsOf(hash: Hash): [string, unknown][] {
  return keysOf(hash).map((key) => [key, hash[key]]);
}

export function valuesOf(hash: Hash): unknown[] {
  return keysOf(hash).map((key) => hash[key]);
}
