/** Follows which tags of a template stand in which others. */
export interface Blocks {
  /** What Ruby's Liquid says of a tag that cannot stand here. */
  enter(tag: string): string | undefined;
}

/** `names` are those of tags that need an end; what stands in `raw` and `comment` is not gone through. */
export function followBlocks(names: ReadonlySet<string>): Blocks {
  const open: string[] = [];
  return {
    enter(tag) {
      const around = open.at(-1);
      if (tag === "raw" || tag === "comment") return undefined;
      if (names.has(tag)) open.push(tag);
      else if (tag === "else" && around === undefined) return "Unexpected outer 'else' tag";
      else if (around !== undefined && tag.startsWith("end") && names.has(tag.slice(3))) {
        if (tag !== `end${around}`) return `'${tag}' is not a valid delimiter for ${around} tags. use end${around}`;
        open.pop();
      }
      return undefined;
    },
  };
}
