/*
 * What Markdown must not touch is kept aside before parsing and put back into the tree afterwards. Its place is held by a
 * number between noncharacters of Unicode, which no text may hold: they are taken out of the source first. A place has as
 * many line ends as what it stands for, so that positions stay those of the source.
 */

const OPEN = "\ufdd2";
const CLOSE = "\ufdd3";
/** Stands behind an inline tag alone on its line, so that CommonMark does not take the line for a block of HTML. */
export const NOT_A_BLOCK = "\ufdd4";
export const places = /\ufdd2(\d+)(?:\n[ \t]*)*\ufdd3|\ufdd4/g;
const reserved = /[\ufdd2-\ufdd4]/g;

export type KeptThing =
  | { readonly kind: "code"; readonly source: string; readonly info: string; readonly text: string }
  | { readonly kind: "html"; readonly source: string }
  | { readonly kind: "math"; readonly source: string; readonly tex: string; readonly display: boolean };

/** What was kept aside of one body, by number. */
export type Kept = KeptThing[];

export function withoutReserved(source: string): string {
  return source.replace(reserved, "\ufffd");
}

/** A block on lines of its own. A comment, since that may interrupt a paragraph and ends on its line. */
export function keepBlock(kept: Kept, thing: KeptThing, source = thing.source): string {
  kept.push(thing);
  return `<!--${OPEN}${kept.length - 1}${CLOSE}-->${lineEnds(source)}`;
}

/** Something within a line, or within several lines of a paragraph. */
export function keepInline(kept: Kept, thing: KeptThing): string {
  kept.push(thing);
  return `${OPEN}${kept.length - 1}${lineStarts(thing.source)}${CLOSE}`;
}

/** A formula that ends its paragraph. */
export function keepParagraph(kept: Kept, thing: KeptThing): string {
  kept.push(thing);
  return `${OPEN}${kept.length - 1}${CLOSE}${lineEnds(thing.source)}`;
}

function lineEnds(source: string): string {
  return source.replace(/[^\n]+/g, "");
}

/** With their indentation: it may be that of a block of code. */
function lineStarts(source: string): string {
  return source.match(/\n[ \t]*/g)?.join("") ?? "";
}

/** Text as the source has it: for code, addresses and whatever else a place may have got into. */
export function restore(kept: Kept, text: string): string {
  if (!/[\ufdd2\ufdd4]/.test(text)) return text;
  return text.replace(places, (_, index?: string) => (index === undefined ? "" : (kept[Number(index)]?.source ?? "")));
}

/** The thing that a block of HTML stands for, if it is a place. */
export function blockAt(kept: Kept, html: string): KeptThing | undefined {
  const index = /^<!--\ufdd2(\d+)\ufdd3-->$/.exec(html.trimEnd())?.[1];
  return index === undefined ? undefined : kept[Number(index)];
}
