import { RubyFloat } from "../../lib/ruby/float.js";
import { type Hash, hashOf } from "../../lib/ruby/hash.js";
import { isPlainHash } from "../../lib/ruby/inspect.js";

type Converter = (field: string) => unknown;

const integer: Converter = (field) =>
  /^\s*[-+]?\d+(?:_\d+)*\s*$/.test(field) ? Number(field.replaceAll("_", "")) : field;
const float: Converter = (field) => {
  if (!/^\s*[-+]?\d+(?:_\d+)*(?:\.\d+)?(?:e[-+]?\d+)?\s*$/i.test(field)) return field;
  const value = Number(field.replaceAll("_", ""));
  return Number.isInteger(value) ? new RubyFloat(value) : value;
};
const numeric: Converter = (field) => (integer(field) === field ? float(field) : integer(field));

/** Those of Ruby's CSV that need no calendar; `all` is `numeric` here. */
const converters: Readonly<Record<string, Converter>> = { integer, float, numeric, all: numeric };

/**
 * Rows of a table as `csv_reader` or `tsv_reader` in the configuration want them: hashes by the first row's names, or lists
 * with `headers: false`; `csv_converters` make numbers of texts.
 */
export function readTable(rows: readonly (string | null)[][], settings: unknown): unknown[] {
  const { headers = true, csv_converters: names = [] } = isPlainHash(settings) ? settings : ({} as Hash);
  const steps = [names].flat().flatMap((name) => converters[String(name)] ?? []);
  const values = rows.map((row) => row.map((field) => (field === null ? null : convert(field, steps))));
  if (headers === false) return values;
  const [header = []] = rows;
  return values.slice(1).map((row) => rowOf(header, row));
}

/** Fields beyond the header have no name; of columns of one name the first one counts. */
function rowOf(header: readonly (string | null)[], row: readonly unknown[]): Hash {
  const named = Array.from({ length: Math.max(header.length, row.length) }, (_, index) => header[index] ?? "");
  const fields = new Map<string, unknown>();
  for (const [index, name] of named.entries()) if (!fields.has(name)) fields.set(name, row[index] ?? null);
  return hashOf(fields);
}

/** The first converter that makes something else of a text is the last one. */
function convert(field: string, steps: readonly Converter[]): unknown {
  for (const step of steps) {
    const value = step(field);
    if (value !== field) return value;
  }
  return field;
}
