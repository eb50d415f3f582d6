import { createOpenElements } from "./open-elements.js";
import { anyCase, createFind } from "./text-search.js";

/*
 * The parser's time and the stack's end both depend on how deep elements are nested, and a few kilobytes can nest thousands.
 * So before anything is parsed, one linear look at the tags takes those away that would open more than anybody writes. Their
 * text stays. It follows the parser's rules closely enough for honest pages; what a crafted one hides from it still meets
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

  function mayStay({ name, isEnd }: Tag, tag: string): boolean {
    const orphaned = orphans.get(name) ?? 0;
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
    for (const tag of tagsOf(html)) {
      const beginning = html.slice(tag.from, Math.min(tag.to, tag.from + 200));
      if (mayStay(tag, beginning)) continue;
      if (count === 0) first = beginning;
      count += 1;
      kept += html.slice(written, tag.from);
      written = tag.to;
    }
    return kept + html.slice(written);
  }

  return { keep, taken: () => ({ count, first }) };
}

interface Tag {
  readonly name: string;
  readonly isEnd: boolean;
  readonly from: number;
  readonly to: number;
}

const texts = new Set(["script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"]);

/** The tags of a text as a browser finds them: none in comments, in attributes and in scripts. */
function* tagsOf(html: string): Generator<Tag> {
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
    yield { name, isEnd, from: index, to };
    const isText = !isEnd && texts.has(name);
    opening.lastIndex = isText ? (find(`</${anyCase(name)}`, to)?.start ?? html.length) : to;
  }
}

const inTag = />|=\s*(?:"[^"]*(?:"|$)|'[^']*(?:'|$))?/g;

/** Offset behind the `>` that ends a tag: not one in quotes. */
function endOfTag(html: string, from: number): number {
  inTag.lastIndex = from;
  for (let match = inTag.exec(html); match; match = inTag.exec(html)) if (match[0] === ">") return inTag.lastIndex;
  return html.length;
}
