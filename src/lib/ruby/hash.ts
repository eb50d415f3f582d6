/** A hash of Ruby as an object. Its keys come in their own order and kind from `keysOf` and `pairsOf`, not from `Object.keys`. */
export type Hash = Record<string, unknown>;

/** Ruby tells the key `2020` from `"2020"`. */
export type Key = string | number;

/*
 * JavaScript puts keys that look like integers first, wherever they stood, and makes texts of them: a menu with the pages
 * `login` and `404` would be turned over. A hash that has such keys remembers the order and the kind of all its keys. As the
 * property is an enumerable symbol, copies by spreading have it as well, and nothing else sees it.
 */
const order = Symbol("key order");

type Ordered = Hash & { [order]?: readonly Key[] };

const isIndex = (key: Key): boolean => typeof key === "number" || /^(?:0|[1-9]\d{0,9})$/.test(key);

/** Of equal keys the last has its say, at the place of the first. */
export function hashOf(pairs: Iterable<readonly [Key, unknown]>): Hash {
  const values = new Map(pairs);
  const keys = [...values.keys()];
  const hash: Hash = {};
  // `__proto__` is a key like any other.
  for (const [key, value] of values)
    Object.defineProperty(hash, key, { value, enumerable: true, configurable: true, writable: true });
  if (keys.some(isIndex)) (hash as Ordered)[order] = keys;
  return hash;
}

export function keysOf(hash: Hash): readonly Key[] {
  const remembered = (hash as Ordered)[order];
  const own = Object.keys(hash);
  if (remembered === undefined) return own;
  // What was added or taken away since.
  const known = new Set(remembered.map(String));
  return [...remembered.filter((key) => Object.hasOwn(hash, key)), ...own.filter((key) => !known.has(key))];
}

/** Whether a hash has a key of this kind. */
export function hasKey(hash: Hash, key: Key): boolean {
  if (!Object.hasOwn(hash, key)) return false;
  const remembered = (hash as Ordered)[order];
  return (
    remembered === undefined || remembered.includes(key) || !remembered.some((known) => String(known) === String(key))
  );
}

export function pairsOf(hash: Hash): [Key, unknown][] {
  return keysOf(hash).map((key) => [key, hash[key]]);
}

export function valuesOf(hash: Hash): unknown[] {
  return keysOf(hash).map((key) => hash[key]);
}
