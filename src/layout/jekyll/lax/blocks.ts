import type { Piece } from "./pieces.js";

/** Follows which tags of a template stand in which others. */
export interface Blocks {
  /** The tag that is open and began last. */
  readonly innermost: Piece | undefined;
  /** What Ruby's Liquid says of a tag that cannot stand here. */
  enter(tag: Piece): string | undefined;
}

/** `names` are those of tags that need an end. */
export function followBlocks(names: ReadonlySet<string>): Blocks {
  const open: Piece[] = [];
  return {
    get innermost() {
      return open.at(-1);
    },
    enter(piece) {
      const tag = piece.name;
      const around = open.at(-1)?.name;
      if (names.has(tag)) open.push(piece);
      else if (tag === "else" && around === undefined) return "Unexpected outer 'else' tag";
      else if (around !== undefined && tag.startsWith("end") && names.has(tag.slice(3))) {
        if (tag !== `end${around}`) return `'${tag}' is not a valid delimiter for ${around} tags. use end${around}`;
        open.pop();
      }
      return undefined;
    },
  };
}
