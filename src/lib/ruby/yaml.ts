import { isAlias, isMap, isScalar, isSeq, type Node, parseDocument, type Scalar, type YAMLMap } from "yaml";
import { parseDate } from "../dates.js";
import { RubyFloat } from "./float.js";
import type { Hash } from "./merge.js";
import { RubyTime } from "./time.js";

/** Text that is no YAML; the message is the parser's first sentence with its place. */
export class YamlError extends Error {
  /** 1-based line of the text. */
  readonly line: number;

  constructor(reason: string, line: number) {
    super(reason);
    this.line = line;
  }
}

/**
 * YAML as Ruby's Psych reads it: `yes` and `off` are booleans, `2009-03-27` is a day, `12:30` a number to the base of sixty, and
 * times without a zone are UTC's, printed as the clocks of `zone` show them. Throws a `YamlError`.
 */
export function parseYaml(text: string, zone: string): unknown {
  const document = parseDocument(text, {
    schema: "failsafe",
    uniqueKeys: false,
    prettyErrors: true,
    logLevel: "silent",
  });
  const fault = document.errors[0];
  if (fault) throw new YamlError(fault.message.split("\n", 1)[0]!.replace(/:$/, ""), fault.linePos?.[0].line ?? 1);
  return readNode(document.contents as Node | null, { zone, anchors: new Map(), budget: { left: 4_000_000 } });
}

interface Reading {
  readonly zone: string;
  readonly anchors: Map<string, Node>;
  /** Values that may still be read: aliases can make a huge value of a small text. */
  readonly budget: { left: number };
}

function readNode(node: Node | null, reading: Reading): unknown {
  reading.budget.left -= 1;
  if (reading.budget.left < 0) throw new YamlError("The values are too large when their references are followed", 1);
  if (node === null) return null;
  if (isAlias(node)) {
    const target = reading.anchors.get(node.source);
    if (!target) throw new YamlError(`Unknown alias: ${node.source}`, 1);
    return readNode(target, reading);
  }
  if ("anchor" in node && node.anchor) reading.anchors.set(node.anchor as string, node);
  if (isMap(node)) return readMap(node as YAMLMap<Node, Node | null>, reading);
  if (isSeq(node)) return node.items.map((child) => readNode(child as Node, reading));
  return isScalar(node) ? readScalar(node as Scalar & { tag?: string }, reading) : null;
}

function readMap(map: YAMLMap<Node, Node | null>, reading: Reading): Hash {
  const hash: Hash = {};
  for (const { key, value } of map.items) {
    const name = isScalar(key) ? String(key.value ?? "") : String(readNode(key, reading));
    const read = readNode(value, reading);
    if (name !== "<<") define(hash, name, read);
    else for (const merged of [read].flat().reverse()) Object.assign(hash, { ...(merged as Hash), ...hash });
  }
  return hash;
}

/** `__proto__` is a key like any other. */
function define(hash: Hash, key: string, value: unknown): void {
  Object.defineProperty(hash, key, { value, enumerable: true, configurable: true, writable: true });
}

function readScalar(scalar: Scalar & { tag?: string }, { zone }: Reading): unknown {
  const text = String(scalar.value ?? "");
  return scalar.type === "PLAIN" && !/str$|^!$/.test(scalar.tag ?? "") ? plainValue(text, zone) : text;
}

const words: Readonly<Record<string, unknown>> = {
  "": null,
  "~": null,
  null: null,
  true: true,
  yes: true,
  on: true,
  false: false,
  no: false,
  off: false,
};

/** What an unquoted scalar means. */
function plainValue(text: string, zone: string): unknown {
  const word = text.toLowerCase();
  if (Object.hasOwn(words, word)) return words[word];
  if (!/^[-+.\d]/.test(text)) return text;
  if (/^[-+]?(?:0|[1-9][\d_,]*)$/.test(text)) return Number(text.replace(/[_,]/g, ""));
  if (/^0x[\da-f]+$/i.test(text)) return Number(text);
  if (/^[-+]?0[0-7_]+$/.test(text)) return Number.parseInt(text.replace(/_/g, ""), 8);
  if (/^[-+]?(?:\d[\d_]*)?\.\d+(?:e[-+]?\d+)?$|^[-+]?\d[\d_]*\.\d*e[-+]?\d+$|^[-+]?\d[\d_]*\.$/i.test(text))
    return float(Number(text.replace(/_/g, "")));
  if (/^[-+]?\d[\d_]*(?::[0-5]?\d){1,2}$/.test(text)) return sexagesimal(text);
  if (/^[-+]?\d[\d_]*(?::[0-5]?\d)+\.[\d_]*$/.test(text)) return float(sexagesimal(text));
  return moment(text, zone) ?? text;
}

function float(value: number): unknown {
  return Number.isInteger(value) ? new RubyFloat(value) : value;
}

/** Hours, minutes and seconds as seconds; without the last ones the others are still hours and minutes, as in Psych. */
function sexagesimal(text: string): number {
  const parts = text.replace(/_/g, "").split(":").map(Number);
  return parts.reduce((sum, part, place) => sum + part * 60 ** Math.abs(place - 2), 0);
}

function moment(text: string, zone: string): RubyTime | undefined {
  if (/^\d{4}-\d{1,2}-\d{1,2}$/.test(text)) {
    const instant = parseDate(text, zone);
    return instant === undefined ? undefined : new RubyTime(instant, zone, { day: true });
  }
  const time = /^\d{4}-\d{1,2}-\d{1,2}(?:[Tt]|\s+)\d{1,2}:\d\d:\d\d(?:\.\d*)?\s*(Z|[-+]\d{1,2}:?(?:\d\d)?)?$/.exec(
    text,
  );
  if (!time) return undefined;
  const instant = parseDate(text, "UTC");
  if (instant === undefined) return undefined;
  if (time[1] === "Z") return new RubyTime(instant, "UTC", { utc: true });
  return new RubyTime(instant, time[1] ? zoneOf(time[1]) : zone);
}

/** `+02:00` as a zone that `Intl` knows; only whole minutes are told apart. */
function zoneOf(offset: string): string {
  const digits = offset.slice(1).replace(":", "").padEnd(4, "0");
  return `${offset[0]}${digits.slice(0, 2)}:${digits.slice(2, 4)}`;
}
