import type { Template } from "liquidjs";

/** What the parser made, as far as it is looked at here. */
interface Node {
  /** The text between tags. */
  readonly str?: string;
  /** The name of a tag. */
  readonly name?: string;
  /** What stands in a `raw` block. */
  readonly tokens?: readonly unknown[];
  readonly templates?: Node[];
  readonly elseTemplates?: Node[];
  readonly branches?: readonly { readonly templates: Node[] }[];
}

const silent = new Set(["assign", "capture", "comment", "#"]);
const conditional = new Set(["if", "unless", "case", "for"]);

/**
 * Takes the blanks out of blocks in which nothing else is but blanks and tags that print nothing, as Ruby's Liquid does:
 * a loop of assignments leaves no lines behind. The templates are changed in place.
 */
export function dropBlankBlocks(templates: readonly Template[]): void {
  areBlank(templates as readonly Node[]);
}

/** Whether all of them are blank; every one is looked into. */
function areBlank(nodes: readonly Node[]): boolean {
  return nodes.filter((node) => !isBlank(node)).length === 0;
}

function isBlank(node: Node): boolean {
  if (node.name === "raw") return node.tokens?.length === 0;
  if (node.str !== undefined) return node.str.trim() === "";
  const bodies = bodiesOf(node);
  const blank = bodies.filter((body) => !areBlank(body)).length === 0;
  if (node.name === undefined || silent.has(node.name)) return node.name !== undefined;
  if (!conditional.has(node.name)) return false;
  if (blank) for (const body of bodies) body.splice(0, body.length, ...body.filter(({ str }) => str === undefined));
  return blank;
}

function bodiesOf({ templates, elseTemplates, branches = [] }: Node): Node[][] {
  return [templates, elseTemplates, ...branches.map((branch) => branch.templates)].filter((body) => body !== undefined);
}
