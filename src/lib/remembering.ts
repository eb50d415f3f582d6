/**
 * A function of a text that is asked for the same ones again and again. `most` results are kept: texts come from posts, and an
 * archive full of nonsense must not fill the memory.
 */
export function remembering<T>(most: number, make: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const made = known.get(text);
    if (made !== undefined || known.has(text)) return made as T;
    if (known.size === most) known.clear();
    const fresh = make(text);
    known.set(text, fresh);
    return fresh;
  };
}
