import type { Piece } from "./pieces.js";

/** Follows which tags of a template stand in which others. */
export interface Blocks {
  /** The tag that is open and began last. */
  readonly innermost: Piece | undefined;
  /** Whether it has had its `else`. */
  readonly hadElse: boolean;
  /** What Ruby's Liquid says of a tag that cannot stand here. */
  enter(tag: Piece): string | undefined;
}

interface Open {
  readonly piece: Piece;
  hadElse: boolean;
}

/** `names` are those of tags that need an end. */
export function followBlocks(names: ReadonlySet<string>): Blocks {
  const open: Open[] = [];
  return {
    get innermost() {
      return open.at(-1)?.piece;
    },
    get hadElse() {
      return open.at(-1)?.hadElse === true;
    },
    enter(piece) {
      const { name } = piece;
      const around = open.at(-1);
      if (names.has(name)) open.push({ piece, hadElse: false });
      else if (!around) return misplacedOutside(name);
      else if (name === "else") around.hadElse = true;
      else if (name.startsWith("end")) {
        const wanted = `end${around.piece.name}`;
        if (name !== wanted) return `'${name}' is not a valid delimiter for ${around.piece.name} tags. use ${wanted}`;
        open.pop();
      }
      return undefined;
    },
  };
}

function misplacedOutside(name: string): string | undefined {
  if (name === "else" || name === "end") return `Unexpected outer '${name}' tag`;
  return name === "elsif" || name === "when" ? `Unknown tag '${name}'` : undefined;
}
