import { createRequire } from "node:module";
import type { Node, Pair, YAMLMap } from "yaml";
import { indentFlow } from "../lib/indent-flow.js";
import { type Entry, isList, isMap, mapOf, plainValue, type Value } from "./value.js";

/** Something in YAML that is wrong, at a place of the file (1-based). */
export interface YamlProblem {
  readonly reason: string;
  readonly line: number;
  readonly column: number;
}

/** A block of YAML as the `yaml` package understands it. */
export interface ExactYaml {
  readonly kind: "map" | "list" | "scalar" | "empty";
  /** The pairs of the outermost map in file order, equal keys included. Not to be trusted when there are `errors`. */
  readonly entries: readonly Entry[];
  readonly errors: readonly YamlProblem[];
  /** Keys of inner maps that their map holds already; the reason is the key. Those of the outermost are in `entries`. */
  readonly duplicates: readonly YamlProblem[];
}

/** Beyond these a front matter is an attack on the build's time and memory. */
const maxDepth = 100;
const maxSize = 4_000_000;
/** The parser takes seconds over a megabyte of mistakes. */
const maxLength = 60_000;

/** Reads any YAML; only text, lists and maps come out, as `Value` describes them. Never throws. */
export function readExactYaml(block: string, firstLine: number): ExactYaml {
  if (block.length > maxLength) return refuse("This is too large to be read as YAML", firstLine);
  if (bracketDepth(block) > maxDepth) return refuse(tooDeep, firstLine);
  try {
    return readDocument(block, firstLine);
  } catch (error) {
    // The parser recurses, so deep indentation exhausts the stack.
    if (error instanceof RangeError) return refuse(tooDeep, firstLine);
    throw error;
  }
}

const tooDeep = `Lists or maps are nested more than ${maxDepth} deep`;

function refuse(reason: string, line: number): ExactYaml {
  return { kind: "map", entries: [], errors: [{ reason, line, column: 1 }], duplicates: [] };
}

type Yaml = typeof import("yaml");
let yamlModule: Yaml | undefined;

/** Loading `yaml` takes longer than reading a thousand simple posts, so only a post that needs it loads it. */
function loadYaml(): Yaml {
  yamlModule ??= createRequire(import.meta.url)("yaml") as Yaml;
  return yamlModule;
}

/** The state of reading one block. */
interface Reading {
  readonly yaml: Yaml;
  readonly place: (offset: number) => { readonly line: number; readonly column: number };
  readonly errors: YamlProblem[];
  readonly duplicates: YamlProblem[];
  readonly anchors: Map<string, Node>;
  /** How many lists and maps are being read, one within the other. */
  depth: number;
  /** Characters and values that may still be read: aliases can make a huge value of a small text. */
  budget: number;
}

function readDocument(block: string, firstLine: number): ExactYaml {
  const exact = readLines(block, firstLine);
  if (exact.errors.length === 0) return exact;
  const indented = indentFlow(block);
  const lenient = indented === block ? exact : readLines(indented, firstLine);
  return lenient.errors.length === 0 ? lenient : exact;
}

function readLines(block: string, firstLine: number): ExactYaml {
  const yaml = loadYaml();
  const lineCounter = new yaml.LineCounter();
  // "failsafe" makes every scalar a string: `plainValue` decides what plain ones mean.
  const options = { schema: "failsafe", uniqueKeys: false, strict: false, prettyErrors: false, lineCounter } as const;
  const document = yaml.parseDocument(block, { ...options, logLevel: "silent" });
  const place = (offset: number) => {
    const { line, col } = lineCounter.linePos(offset);
    return { line: Math.max(line, 1) + firstLine - 1, column: Math.max(col, 1) };
  };
  const errors = document.errors.map(({ message, pos }) => ({ reason: firstSentence(message), ...place(pos[0]) }));
  const reading: Reading = {
    yaml,
    place,
    errors,
    duplicates: [],
    anchors: new Map(),
    depth: 0,
    budget: maxSize,
  };
  const { duplicates } = reading;
  const root = document.contents as Node | null;
  if (!root || (yaml.isScalar(root) && root.value === "" && root.type === "PLAIN")) {
    return { kind: "empty", entries: [], errors, duplicates };
  }
  if (!yaml.isMap(root)) return { kind: yaml.isSeq(root) ? "list" : "scalar", entries: [], errors, duplicates };
  return { kind: "map", entries: readMap(root as YAMLMap, reading), errors, duplicates };
}

function readNode(node: Node | null, reading: Reading): Value {
  if (!node) return null;
  const { yaml, anchors } = reading;
  if (!spend(32, node, reading)) return null;
  if (yaml.isAlias(node)) {
    const target = anchors.get(node.source);
    return target
      ? readNode(target, reading)
      : fail(`"*${node.source}" refers to a name that is not defined`, node, reading);
  }
  if ("anchor" in node && node.anchor) anchors.set(node.anchor, node);
  return yaml.isScalar(node) ? readScalar(node, String(node.value ?? ""), reading) : readCollection(node, reading);
}

function readScalar(node: Node & { type?: string; tag?: string }, text: string, reading: Reading): Value {
  if (!spend(text.length, node, reading)) return null;
  const tag = node.tag ?? "";
  if (/^(?:!|tag:yaml\.org,2002:)binary$/.test(tag)) return Buffer.from(text, "base64").toString("utf8");
  // `title: !important` was not meant as a type; Ruby's own types occur in dumped posts.
  if (/^!(?!ruby)./.test(tag)) return fail(`"${tag}" is not a type of value`, node, reading);
  return node.type === "PLAIN" && tag !== "!" && !tag.endsWith(":str") ? plainValue(text) : text;
}

function readCollection(node: Node, reading: Reading): Value {
  // An alias within its own value leads here, too.
  if (reading.depth >= maxDepth) return fail(tooDeep, node, reading);
  reading.depth += 1;
  const value = reading.yaml.isSeq(node)
    ? node.items.map((child) => readNode(child as Node, reading))
    : mapOf(readMap(node as YAMLMap, reading).map((entry) => [entry.key, entry.value] as const));
  reading.depth -= 1;
  return value;
}

function readMap(map: YAMLMap, reading: Reading): Entry[] {
  const merged = new Map<string, Entry>();
  const own: Entry[] = [];
  const keys = new Set<string>();
  for (const pair of map.items as Pair<Node, Node | null>[]) {
    const key = readKey(pair.key, reading);
    const place = reading.place(pair.key.range?.[0] ?? 0);
    const value = readNode(pair.value, reading);
    if (key === "<<") {
      for (const [mergedKey, mergedValue] of mergedPairs(value)) {
        merged.set(mergedKey, { key: mergedKey, value: mergedValue, ...place });
      }
      continue;
    }
    if (keys.has(key) && reading.depth > 0) reading.duplicates.push({ reason: key, ...place });
    keys.add(key);
    own.push({ key, value, ...place });
  }
  return [...[...merged.values()].filter((entry) => !keys.has(entry.key)), ...own];
}

function readKey(key: Node, reading: Reading): string {
  if (reading.yaml.isScalar(key)) return String(key.value ?? "");
  fail("A key is a list or a map", key, reading);
  return "";
}

/** What `<<: *defaults` brings in; of several maps the first wins, so it comes last. */
function mergedPairs(value: Value): [string, Value][] {
  const maps = isList(value) ? value.toReversed() : [value];
  return maps.filter(isMap).flatMap((map) => Object.entries(map));
}

function spend(amount: number, node: Node, reading: Reading): boolean {
  const hadBudget = reading.budget >= 0;
  reading.budget -= amount;
  if (reading.budget >= 0) return true;
  if (hadBudget) fail("The values are too large when their references are followed", node, reading);
  return false;
}

function fail(reason: string, node: Node, reading: Reading): null {
  if (reading.errors.length < 10) reading.errors.push({ reason, ...reading.place(node.range?.[0] ?? 0) });
  return null;
}

/** How deep brackets are nested, whatever they mean: no honest front matter has a hundred open ones. */
function bracketDepth(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const character of text.match(/[[\]{}]/g) ?? []) {
    depth = character === "[" || character === "{" ? depth + 1 : Math.max(0, depth - 1);
    if (depth > deepest) deepest = depth;
  }
  return deepest;
}

function firstSentence(message: string): string {
  return message.split("\n", 1)[0]!.replace(/[.:]$/, "");
}
