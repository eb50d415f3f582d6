/** Longer texts seldom return. */
const LONGEST = 1000;

/**
 * A function of a text that is asked for the same ones again and again. `most` results are kept, and none of long texts: they
 * come from posts, and an archive full of nonsense must not fill the memory.
 */
export function remembering<T>(most: number, make: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const made = known.get(text);
    if (made !== undefined || known.has(text)) return made as T;
    if (text.length > LONGEST) return make(text);
    if (known.size === most) known.clear();
    const fresh = make(text);
    known.set(ownText(text), fresh);
    return fresh;
  };
}

/** The same text, as V8 has the names of properties. What was cut out of a larger text is a part of it for V8, and keeps all of it. */
export function ownText(text: string): string {
  return Object.keys({ [text]: text })[0]!;
}
