import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { leadsOut } from "../../lib/file-system.js";
import { parseCsv } from "../../lib/ruby/csv.js";
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
    if (!(error instanceof YamlError)) throw error;
    const file = relative(reading.config.source, path).replaceAll("\\", "/");
    const reason = `This data file is not valid YAML: ${error.message}`;
    throw new UserError([{ severity: "error", ruleId: "data-yaml", reason, file, line: error.line }]);
  }
}

/** JSON is YAML, but its own parser is quicker and takes tabs; only it does not tell `1.0` from `1`, nor keeps numbers among keys in order. */
function parseJson(text: string, zone: string): unknown {
  if (/\d\.0+(?!\d)|"\d+"\s*:/.test(text)) return parseYaml(text, zone);
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
