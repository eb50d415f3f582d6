import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { leadsOut } from "../../lib/file-system.js";
import { CsvError, parseCsv } from "../../lib/ruby/csv.js";
import type { Hash } from "../../lib/ruby/hash.js";
import { parseYaml, YamlError } from "../../lib/ruby/yaml.js";
import { extensionOf, withoutExtension } from "../../model/jekyll/text.js";
import { UserError } from "../../model/message.js";
import { entriesOf } from "./folder.js";
import type { Reading } from "./reading.js";
import { readTable } from "./table.js";

const readers: Readonly<Record<string, (text: string, reading: Reading) => unknown>> = {
  ".yaml": (text, { config }) => parseYaml(text, config.timezone),
  ".yml": (text, { config }) => parseYaml(text, config.timezone),
  ".json": (text, { config }) => parseJson(text, config.timezone),
  ".csv": (text, { config }) => readTable(parseCsv(text), config.values.csv_reader),
  ".tsv": (text, { config }) => readTable(parseCsv(text, "\t"), config.values.tsv_reader),
};

/**
 * The data files of an absolute folder, `site.data` in layouts: folders are hashes and win over files of their name. Files
 * come in the order of the extensions, then folders, as in Jekyll: a loop over `site.data` shows it.
 */
export function readDataFolder(folder: string, reading: Reading): Hash {
  const { config } = reading;
  const entries = entriesOf(folder).filter(({ name }) => !config.safe || !leadsOut(join(folder, name), config.source));
  const data: Hash = {};
  for (const extension of Object.keys(readers)) {
    for (const { name, isFolder } of entries) {
      if (!isFolder && extensionOf(name) === extension && !name.startsWith("."))
        data[keyOf(withoutExtension(name))] = readFile(join(folder, name), reading);
    }
  }
  for (const { name, isFolder } of entries) {
    if (isFolder && !name.startsWith(".")) data[keyOf(name)] = readDataFolder(join(folder, name), reading);
  }
  return data;
}

function readFile(path: string, reading: Reading): unknown {
  const text = readFileSync(path, "utf8").replace(/^\ufeff/, "");
  try {
    return readers[extensionOf(path)]!(text, reading);
  } catch (error) {
    const file = relative(reading.config.source, path).replaceAll("\\", "/");
    if (error instanceof YamlError) throw unreadable("data-yaml", `not valid YAML: ${error.message}`, file, error.line);
    if (error instanceof CsvError) throw unreadable("data-csv", `no table: ${error.message}`, file, error.line);
    throw error;
  }
}

function unreadable(ruleId: string, reason: string, file: string, line: number): UserError {
  return new UserError([{ severity: "error", ruleId, reason: `This data file is ${reason}`, file, line }]);
}

/** `1.0`, which is no `1`, numbers among the keys, whose order counts, numbers of many digits, and `1e3`, which is text to YAML. */
const onlyYamlReads = /\d\.0+(?!\d)|"\d+"\s*:|\d{16}|\d[eE]/;

/** JSON is YAML, but its own parser is quicker and takes tabs. */
function parseJson(text: string, zone: string): unknown {
  if (onlyYamlReads.test(text)) return parseYaml(text, zone);
  try {
    return JSON.parse(text);
  } catch {
    return parseYaml(text, zone);
  }
}

/** `team members` is read as `site.data.team_members`. */
function keyOf(name: string): string {
  return name.replace(/[^\w\s-]+|(?<=^|\b\s)\s+(?=$|\s?\b)/g, "").replace(/\s+/g, "_");
}
