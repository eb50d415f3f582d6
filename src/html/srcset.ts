/** One picture of a `srcset`: its address, and its width (`640w`) or density (`2x`), which may be empty. */
export interface Candidate {
  readonly url: string;
  readonly descriptor: string;
}

/** Reads a `srcset` as browsers do: addresses may have commas in them, but none at their ends. What is malformed is left out. */
export function parseSrcset(text: string): readonly Candidate[] {
  const candidates: Candidate[] = [];
  const words = text.split(/\s+/).reverse();
  for (let word = words.pop(); word !== undefined; word = words.pop()) {
    const url = trimCommas(word);
    if (url === "") continue;
    const descriptor = word.endsWith(",") ? null : /^(\d+(?:\.\d+)?[wx])(?:,|$)/.exec(words.at(-1) ?? "");
    if (descriptor) words.push(words.pop()!.slice(descriptor[0].length));
    candidates.push({ url, descriptor: descriptor?.[1] ?? "" });
  }
  return candidates;
}

function trimCommas(word: string): string {
  let start = 0;
  let end = word.length;
  while (word[start] === ",") start += 1;
  while (end > start && word[end - 1] === ",") end -= 1;
  return word.slice(start, end);
}

export function printSrcset(candidates: readonly Candidate[]): string {
  return candidates.map(({ url, descriptor }) => (descriptor ? `${url} ${descriptor}` : url)).join(", ");
}
