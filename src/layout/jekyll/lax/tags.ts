import { condition } from "./condition.js";
import { expression } from "./expression.js";
import { attribute, fragment, groups } from "./fragments.js";
import { value } from "./value.js";

interface TagGrammar {
  /** How it is written in LiquidJS's grammar, from what Ruby's Liquid takes of it; undefined if that is nothing. */
  readonly rewrite: (written: string) => string | undefined;
  /** What is said then, in the words of Ruby's Liquid. */
  readonly valid?: string;
}

const assignment = /^\s*(\(?[\w\-.[\]]+\)?)\s*=\s*(.*)$/s;
const list = `(?:"[^"]*"|'[^']*'|[^\\s,|'"])+`;
const loopStart = new RegExp(`^\\s*([\\w-]+)\\s+in\\s+(${list})\\s*(reversed)?`);
const attributes = new RegExp(attribute, "g");
/** One of them, the first at any place; each other stands behind `or` or a comma. */
const choice = new RegExp(`(?:^.*?|\\s+or\\s+|\\s*,\\s*)(${fragment})`, "sy");

function assign(written: string): string | undefined {
  const [, name, given] = assignment.exec(written) ?? [];
  if (name === undefined) return undefined;
  // A name with other signs can be given a value, but never be asked for it.
  const known = /^[\w-]+$/.test(name) ? name : `${name.replace(/[^\w-]/g, "_")}_unreachable`;
  return `${known} = ${value(given!)}`;
}

function loop(written: string): string | undefined {
  const [whole, name, list, reversed = ""] = loopStart.exec(written) ?? [];
  if (whole === undefined) return undefined;
  const given = groups(attributes, written.slice(whole.length)).map((pair) => {
    const colon = pair.indexOf(":");
    return ` ${pair.slice(0, colon).trim()}: ${expression(pair.slice(colon + 1))}`;
  });
  return `${name} in ${expression(list!)} ${reversed}${given.join("")}`;
}

function asked(written: string): string | undefined {
  const first = new RegExp(fragment).exec(written)?.[0];
  return first === undefined ? undefined : expression(first);
}

function choices(written: string): string | undefined {
  const found: string[] = [];
  choice.lastIndex = 0;
  for (let match = choice.exec(written); match; match = choice.exec(written)) found.push(expression(match[1]!));
  return found.length > 0 ? found.join(", ") : undefined;
}

const ifTag: TagGrammar = { rewrite: condition, valid: "tag 'if' - Valid syntax: if [expression]" };

export const tags: Readonly<Record<string, TagGrammar>> = {
  "{{": { rewrite: value },
  assign: { rewrite: assign, valid: "'assign' - Valid syntax: assign [var] = [source]" },
  echo: { rewrite: value },
  if: ifTag,
  elsif: ifTag,
  unless: ifTag,
  raw: { rewrite: (written) => (written.trim() === "" ? "" : undefined), valid: "'raw' - Valid syntax: raw" },
  case: { rewrite: asked, valid: "'case' - Valid syntax: case [condition]" },
  when: {
    rewrite: choices,
    valid: "tag 'case' - Valid when condition: {% when [condition] [or condition2...] %}",
  },
  for: { rewrite: loop, valid: "'for loop' - Valid syntax: for [item] in [collection]" },
  tablerow: { rewrite: loop, valid: "'table_row loop' - Valid syntax: table_row [item] in [collection] cols=3" },
};
