/** A stretch of a source: `[start, end)`. */
export interface Region {
  readonly start: number;
  readonly end: number;
}

const opener = /<(pre|code|script|style|textarea|xmp)(?=[\s/>])|^[ \t]{0,3}(`{3,}|~{3,})|(`+)/gim;

/**
 * The stretches of a source that are code, in order: elements that hold it, and in Markdown fences and code spans. What is not
 * closed is none. Linear, whatever is left open.
 */
export function codeRegions(source: string, kind: "html" | "markdown"): Region[] {
  const regions: Region[] = [];
  /** Closings that do not come any more. */
  const gone = new Set<string>();
  opener.lastIndex = 0;
  for (let match = opener.exec(source); match; match = opener.exec(source)) {
    const [, tagName, fence, ticks] = match;
    if (!tagName && kind === "html") continue;
    const closing = tagName ? `</${tagName}` : fence ? `\n${fence}` : ticks!;
    if (gone.has(closing)) continue;
    const at = closingAt(source, closing, opener.lastIndex, ticks !== undefined);
    if (at === undefined) {
      if (!ticks) gone.add(closing);
      continue;
    }
    regions.push({ start: match.index, end: at + closing.length });
    opener.lastIndex = at + closing.length;
  }
  return regions;
}

/** The region that an offset lies in. Offsets must not go back. */
export function createRegionAt(regions: readonly Region[]): (offset: number) => Region | undefined {
  let next = 0;
  return (offset) => {
    while (next < regions.length && regions[next]!.end <= offset) next += 1;
    const region = regions[next];
    return region && region.start <= offset ? region : undefined;
  };
}

/** A code span ends within its paragraph. */
function closingAt(source: string, closing: string, from: number, span: boolean): number | undefined {
  const at = source.indexOf(closing, from);
  if (at < 0) return undefined;
  if (!span) return at;
  const paragraph = source.indexOf("\n\n", from);
  return paragraph >= 0 && paragraph < at ? undefined : at;
}
