import type { Code, Html, Nodes, Parents, PhrasingContent, Root, RootContent, Text } from "mdast";
import { codeBlock } from "./code-info.js";
import { blockAt, type Kept, type KeptThing, places, restore } from "./kept.js";

/** Puts what was kept aside into the tree, where it can be put; anywhere else the text becomes what it was. */
export function putBack(tree: Root, kept: Kept): void {
  visit(tree, kept);
}

function visit(parent: Parents, kept: Kept): void {
  parent.children = parent.children.flatMap((node): readonly Nodes[] => {
    if (node.type === "html") return [htmlBlock(node, kept)];
    if (node.type === "text") return splitAtPlaces(node, kept);
    if (node.type === "code") return [codeBlock({ ...node, value: restore(kept, node.value) })];
    restoreFields(node, kept);
    if ("children" in node) visit(node, kept);
    return [blockFormula(node) ?? node];
  }) as RootContent[];
}

function restoreFields(node: Nodes, kept: Kept): void {
  for (const field of ["value", "url", "title", "alt", "identifier", "label"] as const) {
    const fields = node as Nodes & Partial<Record<typeof field, string | null>>;
    const value = fields[field];
    if (typeof value === "string") fields[field] = restore(kept, value);
  }
}

function htmlBlock(node: Html, kept: Kept): Html | Code {
  const thing = blockAt(kept, node.value);
  if (!thing) return { ...node, value: restore(kept, node.value) };
  const position = node.position && {
    start: node.position.start,
    end: {
      line: node.position.start.line + thing.source.split("\n").length - 1,
      column: 1,
      // rehype-raw wants one; messages show lines and columns only.
      offset: (node.position.start.offset ?? 0) + thing.source.length,
    },
  };
  const positioned = position ? { position } : {};
  if (thing.kind !== "code") return { type: "html", value: thing.source, ...positioned };
  return codeBlock({ type: "code", lang: thing.info, value: thing.text, ...positioned });
}

function splitAtPlaces(node: Text, kept: Kept): PhrasingContent[] {
  const position = node.position ? { position: node.position } : {};
  const parts: PhrasingContent[] = [];
  const addText = (value: string): void => {
    if (value) parts.push({ type: "text", value, ...position });
  };
  let from = 0;
  for (const match of node.value.matchAll(places)) {
    addText(node.value.slice(from, match.index));
    from = match.index + match[0].length;
    const thing = match[1] === undefined ? undefined : kept[Number(match[1])];
    if (thing) parts.push({ ...formula(thing), ...position });
  }
  addText(node.value.slice(from));
  return parts;
}

/** As remark-math makes them. */
function formula(thing: KeptThing): PhrasingContent {
  if (thing.kind !== "math") return { type: thing.kind === "html" ? "html" : "text", value: thing.source };
  const className = ["language-math", thing.display ? "math-display" : "math-inline"];
  return { type: "inlineCode", value: thing.tex, data: { hProperties: { className } } };
}

/** A paragraph that is one formula between double signs is a block. */
function blockFormula(node: Nodes): Code | undefined {
  if (node.type !== "paragraph") return undefined;
  const [only, ...others] = node.children.filter((child) => child.type !== "text" || child.value.trim() !== "");
  const className = only?.type === "inlineCode" ? only.data?.hProperties?.className : undefined;
  if (only?.type !== "inlineCode" || others.length > 0 || !Array.isArray(className)) return undefined;
  if (!className.includes("math-display")) return undefined;
  return {
    type: "code",
    value: only.value,
    data: {
      hProperties: { className: ["language-math", "math-display"] },
      hChildren: [{ type: "text", value: only.value }],
    },
    ...(node.position ? { position: node.position } : {}),
  };
}
