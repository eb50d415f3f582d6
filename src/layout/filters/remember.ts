/** So many texts are kept; a site with more of them is not to fill the memory. */
const MOST = 50_000;

/** A function of a text that is asked for the same ones again and again. */
export function remembering<T>(make: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    let made = known.get(text);
    if (made === undefined) {
      if (known.size === MOST) known.clear();
      made = make(text);
      known.set(text, made);
    }
    return made;
  };
}
