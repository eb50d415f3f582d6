/** A tag or filter that a template uses. */
export interface UsedName {
  readonly kind: "tag" | "filter";
  readonly name: string;
  /** 1-based line within the template. */
  readonly line: number;
}

const markup = /\{%-?\s*(?<tag>\w+)(?<rest>[\s\S]*?)-?%\}|\{\{(?<output>[\s\S]*?)\}\}/g;

/** Parts of other tags, which have no name of their own. */
const parts = /^(?:end\w+|else|elsif|when|break|continue)$/;

/** What a template uses, in order. It need not be right: this only reads names. */
export function usedNames(template: string): readonly UsedName[] {
  const used: UsedName[] = [];
  const text = template.replace(/\{%-?\s*(raw|comment)\s*-?%\}[\s\S]*?\{%-?\s*end\1\s*-?%\}/g, onlyLines);
  for (const match of text.matchAll(markup)) {
    const { tag, rest = "", output } = match.groups!;
    const line = text.slice(0, match.index).split("\n").length;
    if (tag !== undefined && !parts.test(tag)) used.push({ kind: "tag", name: tag, line });
    const expression = output ?? (tag === "assign" ? rest : "");
    const bare = expression.replace(/"[^"]*"|'[^']*'/g, "");
    for (const [, name] of bare.matchAll(/\|\s*(\w+)/g)) used.push({ kind: "filter", name: name!, line });
  }
  return used;
}

const onlyLines = (text: string): string => text.replace(/[^\n]/g, "");
