import type {
  Blockquote,
  Code,
  List,
  ListItem,
  Nodes,
  Paragraph,
  Parents,
  PhrasingContent,
  Root,
  RootContent,
  Text,
} from "mdast";
import { type AttributeList, addProperties, readAttributeList } from "./attribute-lists.js";

/*
 * kramdown's attribute lists: `{: .class #id key="value"}` on a line before or after a block, behind a span, in a list
 * item's beginning, and `{#id}` behind a heading. They are told from the text by what surrounds them and where their line
 * begins: a line at the margin is about the outermost list or quotation that CommonMark has drawn it into.
 */

const wholeLine = /^[ \t]*\{:(?![:/])([^{}\n]*)\}[ \t]*$/;
const definition = /^[ \t]*\{:([\w-]+):([^{}\n]*)\}[ \t]*$/;
const behindSpan = /^\{:(?![:/])([^{}\n]*)\}/;
const behindImage = /^\{((?:[.#][\w-]+|[\w-]+=[^\s{}]+)(?:\s[^{}\n]*)?)\}/;
const behindHeading = /[ \t]*\{:?[ \t]*([#.][^{}\n]*)\}[ \t]*$/;
const inItem = /^\{:(?![:/])([^{}\n]*)\}[ \t]*/;

interface Scope {
  /** The lines that were parsed, to see where a line begins. */
  readonly lines: readonly string[];
  readonly definitions: Map<string, AttributeList>;
}

/** Takes the attribute lists out of the text and gives their attributes to the nodes that they are about. */
export function applyAttributeLists(tree: Root, text: string): void {
  if (!text.includes("{")) return;
  const scope: Scope = { lines: text.split("\n"), definitions: new Map() };
  collectDefinitions(tree, scope);
  visitBlocks(tree, [], scope);
}

function collectDefinitions(tree: Root, scope: Scope): void {
  for (const line of scope.lines) {
    const [, name, inside] = definition.exec(line) ?? [];
    const list = inside === undefined ? undefined : readAttributeList(inside);
    if (name !== undefined && list) scope.definitions.set(name, list);
  }
  if (scope.definitions.size > 0) removeDefinitions(tree);
}

function removeDefinitions(tree: Root): void {
  for (const node of tree.children) {
    if (node.type === "paragraph") editLines(node, (line) => !definition.test(line));
  }
  tree.children = tree.children.filter((node) => !isEmptyParagraph(node));
}

function visitBlocks(parent: Parents, ancestors: readonly Parents[], scope: Scope): void {
  const children = parent.children as Nodes[];
  const removed = new Set<Nodes>();
  for (const [index, node] of children.entries()) {
    if ("children" in node) visitBlocks(node, [...ancestors, parent], scope);
    if (node.type === "paragraph") applyLines(node, index, parent, ancestors, scope);
    else if (node.type === "heading") applyBehindHeading(node.children, node, scope);
    else if (node.type === "table") applyLastRow(node, scope);
    else if (node.type === "text") applyBehindSpan(node, children[index - 1], scope);
  }
  for (const node of children) if (isEmptyParagraph(node) || isTocList(node)) removed.add(node);
  if (removed.size > 0) parent.children = children.filter((node) => !removed.has(node)) as RootContent[];
}

/** Lines of attributes in a paragraph: the last is about the paragraph, the first about what stands before it. */
function applyLines(
  paragraph: Paragraph,
  index: number,
  parent: Parents,
  ancestors: readonly Parents[],
  scope: Scope,
): void {
  const siblings = parent.children as Nodes[];
  const before = siblings[index - 1];
  const start = paragraph.position?.start.line ?? 0;
  const isNextTo = (node: Nodes | undefined): node is Nodes => node?.position?.end.line === start - 1;
  if (parent.type === "listItem" && index === 0) applyInItem(paragraph, parent, scope);
  const total = countLines(paragraph);
  editLines(paragraph, (line, number) => {
    const list = listOf(line);
    if (!list) return true;
    const isOnly = total === 1;
    if (number === 0 && isNextTo(before)) apply(before, list, scope);
    else if (number === 0 && isOnly) apply(siblings[index + 1] ?? before, list, scope);
    else apply(outermostAt(start + number, ancestors, parent, scope) ?? paragraph, list, scope);
    return false;
  });
}

/** `* {:.class} text` */
function applyInItem(paragraph: Paragraph, item: ListItem, scope: Scope): void {
  const first = paragraph.children[0];
  const match = first?.type === "text" ? inItem.exec(first.value) : null;
  const list = match ? readAttributeList(match[1]!) : undefined;
  if (!match || !list || first?.type !== "text" || match[0].length === first.value.length) return;
  first.value = first.value.slice(match[0].length);
  apply(item, list, scope);
}

function listOf(line: string): AttributeList | undefined {
  const inside = wholeLine.exec(line)?.[1];
  return inside === undefined ? undefined : readAttributeList(inside);
}

/** The list or quotation that a line of attributes at the margin is about. */
function outermostAt(
  line: number,
  ancestors: readonly Parents[],
  parent: Parents,
  scope: Scope,
): List | Blockquote | undefined {
  const outer = [...ancestors, parent].find((node) => node.type === "list" || node.type === "blockquote");
  const isAtMargin = /^ {0,1}\{/.test(scope.lines[line - 1] ?? "");
  return isAtMargin ? (outer as List | Blockquote | undefined) : undefined;
}

function apply(node: Nodes | undefined, list: AttributeList, scope: Scope): void {
  if (!node) return;
  const all = [...list.names.flatMap((name) => scope.definitions.get(name) ?? []), list];
  if (node.type === "code") {
    applyToCode(node, all);
    return;
  }
  for (const { properties } of all) addProperties(node as { data?: object }, properties);
  if (node.type === "list" && list.names.includes("toc")) addProperties(node as { data?: object }, { dataToc: true });
}

/** The classes of code say its language. */
function applyToCode(code: Code, lists: readonly AttributeList[]): void {
  for (const { properties } of lists) {
    const { className, ...others } = properties;
    const name = [className ?? []].flat().find((one) => String(one).startsWith("language-"));
    if (name !== undefined) code.lang ||= String(name).slice("language-".length);
    addProperties(code as { data?: object }, others);
  }
}

/** `* TOC` with `{:toc}`: the page makes its own. */
function isTocList(node: Nodes): boolean {
  return node.type === "list" && node.data?.hProperties?.dataToc === true;
}

function isEmptyParagraph(node: Nodes): boolean {
  return node.type === "paragraph" && node.children.length === 0;
}

function applyBehindHeading(children: readonly PhrasingContent[], heading: Nodes, scope: Scope): void {
  const last = children.at(-1);
  const match = last?.type === "text" ? behindHeading.exec(last.value) : null;
  const list = match ? readAttributeList(match[1]!) : undefined;
  if (!match || !list || last?.type !== "text") return;
  last.value = last.value.slice(0, match.index);
  apply(heading, list, scope);
}

/** GFM takes the line of attributes under a table for a row. */
function applyLastRow(table: Nodes & { type: "table" }, scope: Scope): void {
  const [cell, ...others] = table.children.at(-1)?.children ?? [];
  const only = cell?.children[0];
  if (table.children.length < 2 || only?.type !== "text" || cell?.children.length !== 1) return;
  const list = others.every((other) => other.children.length === 0) ? listOf(only.value) : undefined;
  if (!list) return;
  table.children.pop();
  apply(table, list, scope);
}

function applyBehindSpan(text: Text, before: Nodes | undefined, scope: Scope): void {
  if (!before || before.type === "text" || before.type === "break") return;
  const match = behindSpan.exec(text.value) ?? (before.type === "image" ? behindImage.exec(text.value) : null);
  const list = match ? readAttributeList(match[1]!) : undefined;
  if (!match || !list) return;
  text.value = text.value.slice(match[0].length);
  if (before.type !== "html") apply(before, list, scope);
}

function countLines(paragraph: Paragraph): number {
  return 1 + (paragraph.position ? paragraph.position.end.line - paragraph.position.start.line : 0);
}

/** Keeps the lines of a paragraph's text that `keep` wants; it is asked about the lines that are wholly text. */
function editLines(paragraph: Paragraph, keep: (line: string, number: number) => boolean): void {
  let number = 0;
  const { children } = paragraph;
  for (const [index, child] of children.entries()) {
    if (child.type !== "text") {
      number += child.position ? child.position.end.line - child.position.start.line : 0;
      continue;
    }
    const lines = child.value.split("\n");
    const first = number;
    const kept = lines.filter((line, at) => {
      const isWhole =
        (at > 0 || startsLine(children[index - 1])) && (at < lines.length - 1 || endsLine(children[index + 1]));
      return !isWhole || !line.includes("{:") || keep(line, first + at);
    });
    number += lines.length - 1;
    if (kept.length < lines.length) child.value = kept.join("\n");
  }
  const isBlank = children.every((child) => child.type === "text" && child.value.trim() === "");
  if (isBlank) paragraph.children = [];
}

const startsLine = (before: PhrasingContent | undefined): boolean => !before || before.type === "break";
const endsLine = (after: PhrasingContent | undefined): boolean => !after || after.type === "break";
