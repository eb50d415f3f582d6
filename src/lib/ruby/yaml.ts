import { isAlias, isMap, isScalar, isSeq, type Node, parseDocument, type Scalar, type YAMLMap } from "yaml";
import { calendarDate } from "../dates.js";
import { indentFlow } from "../indent-flow.js";
import { instantOfLocal, offsetAt } from "../time-zone.js";
import { RubyFloat } from "./float.js";
import { type Hash, hashOf, type Key, pairsOf } from "./hash.js";
import { isPlainHash, toRubyText } from "./inspect.js";
import { localTime } from "./parse-time.js";
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
  const document = parseLenient(text);
  const fault = document.errors[0];
  if (fault) throw new YamlError(fault.message.split("\n", 1)[0]!.replace(/:$/, ""), fault.linePos?.[0].line ?? 1);
  return readNode(document.contents as Node | null, { zone, anchors: new Map(), budget: { left: 4_000_000 } });
}

function parseLenient(text: string): ReturnType<typeof parseDocument> {
  const options = { schema: "failsafe", uniqueKeys: false, prettyErrors: true, logLevel: "silent" } as const;
  const document = parseDocument(text, options);
  if (document.errors.length === 0) return document;
  const indented = parseDocument(indentFlow(text), options);
  return indented.errors.length === 0 ? indented : document;
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
  const values = new Map<Key, unknown>();
  for (const { key, value } of map.items) {
    const name = isMerge(key) ? "<<" : keyOf(readNode(key, reading));
    const read = readNode(value, reading);
    if (name !== "<<") values.set(name, read);
    else for (const merged of [read].flat().reverse()) addMissing(values, merged);
  }
  return hashOf(values);
}

/** Whole numbers stay numbers, all else is text. */
const keyOf = (read: unknown): Key => (Number.isInteger(read) ? (read as number) : toRubyText(read));

const isMerge = (key: Node): boolean => isScalar(key) && key.type === "PLAIN" && key.value === "<<";

/** What `<<: *defaults` brings in. */
function addMissing(values: Map<Key, unknown>, merged: unknown): void {
  if (!isPlainHash(merged)) return;
  for (const [key, value] of pairsOf(merged)) if (!values.has(key)) values.set(key, value);
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
  if (/^[-+]?(?:0|[1-9](?:[,_]?\d)*)$/.test(text)) return integer(text, 10);
  if (/^[-+]?0b[01_,]+$/.test(text)) return integer(text.replace("0b", ""), 2);
  if (/^[-+]?0x[\da-f_,]+$/i.test(text)) return integer(text.replace(/0x/i, ""), 16);
  if (/^[-+]?0[0-7_,]+$/.test(text)) return integer(text, 8);
  if (/^[-+]?(?:\d[\d_,]*)?\.\d*(?:e[-+]\d+)?$/i.test(text) && /\d/.test(text))
    return float(Number(text.replace(/[_,]/g, "")));
  if (/^[-+]?\.inf$/i.test(text)) return text.startsWith("-") ? -Infinity : Infinity;
  if (/^\.nan$/i.test(text)) return Number.NaN;
  if (/^[-+]?\d[\d_]*(?::[0-5]?\d){1,2}$/.test(text)) return sexagesimal(text);
  if (/^[-+]?\d[\d_]*(?::[0-5]?\d)+\.[\d_]*$/.test(text)) return float(sexagesimal(text));
  return moment(text, zone) ?? text;
}

/** Numbers that JavaScript cannot hold, such as those of tweets, stay text: they are printed more often than reckoned with. */
function integer(text: string, base: number): unknown {
  const value = Number.parseInt(text.replace(/[_,]/g, ""), base);
  return Number.isSafeInteger(value) || base !== 10 ? value : text.replace(/[_,]/g, "");
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
  const [, year, month, day, rest = ""] = /^(\d{4})-(\d{1,2})-(\d{1,2})(.*)$/s.exec(text) ?? [];
  if (year === undefined) return undefined;
  const date = { year: Number(year), month: Number(month), day: Number(day) };
  if (rest === "") {
    const exists = calendarDate(date.year, date.month, date.day) !== undefined;
    return exists ? new RubyTime(instantOfLocal(localTime(date)!, zone), zone, { day: true }) : undefined;
  }
  const [, hour, minute, second, fraction, offset] =
    /^(?:[Tt]|\s+)(\d{1,2}):(\d\d):(\d\d)(?:\.(\d*))?\s*(Z|[-+]\d{1,2}:?(?:\d\d)?)?$/.exec(rest) ?? [];
  if (hour === undefined) return undefined;
  const time = {
    hour: Number(hour),
    minute: Number(minute),
    second: Number(second),
    fraction: Number(`0.${fraction ?? 0}`),
  };
  const local = localTime({ ...date, ...time });
  if (local === undefined) return undefined;
  if (offset === "Z") return new RubyTime(local, "UTC", { utc: true });
  return offset === undefined
    ? new RubyTime(local, zone)
    : new RubyTime(local - offsetAt(local, zoneOf(offset)), zoneOf(offset));
}

/** `+02:00` as a zone that `Intl` knows; only whole minutes are told apart. */
function zoneOf(offset: string): string {
  const digits = offset.slice(1).replace(":", "").padEnd(4, "0");
  return `${offset[0]}${digits.slice(0, 2)}:${digits.slice(2, 4)}`;
}
