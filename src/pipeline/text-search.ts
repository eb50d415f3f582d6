/** The next place of a pattern at or behind an offset. */
export interface FoundText {
  readonly start: number;
  readonly end: number;
}

/** Patterns are the source of a regular expression, read with `m`. */
export type Find = (pattern: string, from: number) => FoundText | undefined;

/**
 * A search that remembers what it last found, or that there is no more: a body of ten thousand start tags without an end
 * tag is read once and not ten thousand times. Offsets must not go back.
 */
export function createFind(text: string): Find {
  const known = new Map<string, { readonly regex: RegExp; from: number; found: FoundText | undefined }>();
  return (pattern, from) => {
    let entry = known.get(pattern);
    if (entry && entry.from <= from && (!entry.found || entry.found.start >= from)) return entry.found;
    entry ??= { regex: new RegExp(pattern, "gm"), from, found: undefined };
    entry.regex.lastIndex = from;
    const match = entry.regex.exec(text);
    entry.from = from;
    entry.found = match ? { start: match.index, end: entry.regex.lastIndex } : undefined;
    known.set(pattern, entry);
    return entry.found;
  };
}

/** The line that closes a fence. Longer fences than people write are treated as one, so that patterns stay few. */
export function closingFence(fence: string): string {
  return `^[ \\t]{0,12}${fence[0]}{${Math.min(fence.length, 12)},}[ \\t]*$`;
}

/** The pattern of a tag's name, however it is spelled. */
export function anyCase(name: string): string {
  return name.replace(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);
}
