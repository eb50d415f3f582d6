import { createOpenElements } from "./open-elements.js";
import { anyCase, createFind } from "./text-search.js";

/*
 * The parser's time and the stack's end both depend on how deep elements are nested, and a few kilobytes can nest thousands.
 * So before a text is parsed for which that was too much, one linear look at its tags takes those away that would open more than
 * anybody writes. Their text stays. It follows the parser's rules closely enough for honest pages; what a crafted one hides from it still meets
 * the end of its time or of the stack.
 */

export interface TagBudget {
  /** The HTML without the tags beyond the budget. Called for one stretch after the other, it remembers what is open. */
  readonly keep: (html: string) => string;
  /** How many tags were taken out, and the beginning of the first. */
  readonly taken: () => { readonly count: number; readonly first: string };
}

export function createTagBudget(): TagBudget {
  const elements = createOpenElements();
  /** End tags that go as well, since their start tags went. */
  const orphans = new Map<string, number>();
  let count = 0;
  let first = "";

  function mayStay(name: string, isEnd: boolean, tag: () => string): boolean {
    const orphaned = orphans.size > 0 ? (orphans.get(name) ?? 0) : 0;
    if (isEnd && orphaned > 0) {
      orphans.set(name, orphaned - 1);
      return false;
    }
    if (isEnd) {
      elements.close(name);
      return true;
    }
    if (elements.open(name, tag)) return true;
    orphans.set(name, orphaned + 1);
    return false;
  }

  function keep(html: string): string {
    let kept = "";
    let written = 0;
    eachTag(html, (name, isEnd, from, to) => {
      const beginning = () => html.slice(from, Math.min(to, from + 200));
      if (mayStay(name, isEnd, beginning)) return;
      if (count === 0) first = beginning();
      count += 1;
      kept += html.slice(written, from);
      written = to;
    });
    return kept + html.slice(written);
  }

  return { keep, taken: () => ({ count, first }) };
}

const texts = new Set(["script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"]);

/** The tags of a text as a browser finds them, with their offsets: none in comments, in attributes and in scripts. */
function eachTag(html: string, meet: (name: string, isEnd: boolean, from: number, to: number) => void): void {
  const find = createFind(html);
  const opening = /<(?:!--|(\/?)([a-z][^\s/>]*))/gi;
  for (let match = opening.exec(html); match; match = opening.exec(html)) {
    const { index } = match;
    if (match[2] === undefined) {
      opening.lastIndex = find("--!?>", index + 2)?.end ?? html.length;
      continue;
    }
    const name = match[2].toLowerCase();
    const isEnd = match[1] !== "";
    const to = endOfTag(html, opening.lastIndex);
    meet(name, isEnd, index, to);
    const isText = !isEnd && texts.has(name);
    opening.lastIndex = isText ? (find(`</${anyCase(name)}`, to)?.start ?? html.length) : to;
  }
}

const inTag = />|=\s*(?:"[^"]*(?:"|$)|'[^']*(?:'|$))?/g;

/** Offset behind the `>` that ends a tag: not one in quotes. */
function endOfTag(html: string, from: number): number {
  // Most tags end with their names.
  if (html[from] === ">") return from + 1;
  inTag.lastIndex = from;
  for (let match = inTag.exec(html); match; match = inTag.exec(html)) if (match[0] === ">") return inTag.lastIndex;
  return html.length;
}
