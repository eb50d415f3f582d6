/*
 * Names of elements that were cut out of a text are strings of their own: to compare one with a name in the program, or to find
 * it in a set, reads its characters. Those that stand for names in V8 are compared by their place.
 */

const names = new Map<string, string>();

/** Names come from posts: an archive full of nonsense must not grow the table for ever. */
const MOST = 2000;

/** The same name, as V8 has the names of properties. */
export function internalName(name: string): string {
  const known = names.get(name);
  if (known !== undefined) return known;
  const internal = Object.keys({ [name]: name })[0]!;
  if (names.size < MOST) names.set(internal, internal);
  return internal;
}
