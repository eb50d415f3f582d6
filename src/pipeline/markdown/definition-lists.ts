import type { Paragraph, Parents, PhrasingContent, Root, RootContent } from "mdast";

/*
 * kramdown's definition lists:
 *
 *     term
 *     : what it means
 */

type Line = readonly PhrasingContent[];

interface Entry {
  readonly terms: readonly Line[];
  readonly meanings: readonly Line[];
}

const mark = /^:[ \t]+/;

/** Makes a `dl` of the paragraphs that are written as one; neighbours become one list. */
export function makeDefinitionLists(tree: Root): void {
  visit(tree);
}

function visit(parent: Parents): void {
  const result: RootContent[] = [];
  let open: RootContent[] | undefined;
  for (const node of parent.children as RootContent[]) {
    if (node.type !== "paragraph" && "children" in node && node.type !== "table") visit(node);
    const entry = node.type === "paragraph" ? readEntry(node, result, open !== undefined) : undefined;
    if (!entry) {
      open = undefined;
      result.push(node);
      continue;
    }
    if (!open) {
      open = [];
      const { position } = node;
      result.push(named("dl", open, position ? { position } : {}));
    }
    open.push(...entry.terms.map((line) => named("dt", line)), ...entry.meanings.map((line) => named("dd", line)));
  }
  parent.children = result as typeof parent.children;
}

/** The terms may be a paragraph of their own, before an empty line. */
function readEntry(paragraph: Paragraph, before: RootContent[], isOpen: boolean): Entry | undefined {
  const lines = splitLines(paragraph.children);
  const first = lines.findIndex((line) => startsWithMark(line));
  if (first < 0) return undefined;
  const meanings = joinMeanings(lines.slice(first));
  if (first > 0) return { terms: lines.slice(0, first), meanings };
  if (isOpen) return { terms: [], meanings };
  const term = before.at(-1);
  const ends = term?.position?.end.line;
  if (term?.type !== "paragraph" || ends === undefined || paragraph.position?.start.line !== ends + 2) return undefined;
  before.pop();
  return { terms: splitLines(term.children), meanings };
}

function startsWithMark(line: Line): boolean {
  return line[0]?.type === "text" && mark.test(line[0].value);
}

/** Lines that do not begin with a colon go on with the meaning before them. */
function joinMeanings(lines: readonly Line[]): Line[] {
  const meanings: PhrasingContent[][] = [];
  for (const line of lines) {
    const [first, ...rest] = line;
    if (first?.type === "text" && mark.test(first.value)) {
      meanings.push([{ ...first, value: first.value.replace(mark, "") }, ...rest]);
    } else meanings.at(-1)!.push({ type: "text", value: "\n" }, ...line);
  }
  return meanings;
}

function splitLines(children: readonly PhrasingContent[]): Line[] {
  const lines: PhrasingContent[][] = [[]];
  for (const child of children) {
    if (child.type === "break") lines.push([]);
    else if (child.type !== "text") lines.at(-1)!.push(child);
    else {
      for (const [index, value] of child.value.split("\n").entries()) {
        if (index > 0) lines.push([]);
        if (value) lines.at(-1)!.push({ ...child, value });
      }
    }
  }
  return lines.filter((line) => line.length > 0);
}

/** A paragraph that is printed under another name. */
function named(hName: string, children: readonly unknown[], more: object = {}): RootContent {
  return { type: "paragraph", children: children as PhrasingContent[], data: { hName }, ...more };
}
