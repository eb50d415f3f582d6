import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { leadsOut } from "../../lib/file-system.js";
import { parseCsv } from "../../lib/ruby/csv.js";
import type { Hash } from "../../lib/ruby/merge.js";
import { parseYaml, YamlError } from "../../lib/ruby/yaml.js";
import { extensionOf, withoutExtension } from "../../model/jekyll/text.js";
import { UserError } from "../../model/message.js";
import { entriesOf } from "./folder.js";
import type { Reading } from "./reading.js";

const readers: Readonly<Record<string, (text: string, zone: string) => unknown>> = {
  ".yml": parseYaml,
  ".yaml": parseYaml,
  // JSON is YAML, but its own parser is quicker and takes tabs.
  ".json": (text, zone) => {
    try {
      return JSON.parse(text);
    } catch {
      return parseYaml(text, zone);
    }
  },
  ".csv": (text) => withHeader(parseCsv(text)),
  ".tsv": (text) => withHeader(parseCsv(text, "\t")),
};

/** The data files of an absolute folder, `site.data` in layouts: folders are hashes and win over files of their name. */
export function readDataFolder(folder: string, reading: Reading): Hash {
  const { config } = reading;
  const entries = entriesOf(folder).filter(({ name }) => !config.safe || !leadsOut(join(folder, name), config.source));
  const data: Hash = {};
  for (const { name, isFolder } of entries) {
    if (!isFolder && extensionOf(name) in readers)
      data[keyOf(withoutExtension(name))] = readFile(join(folder, name), reading);
  }
  for (const { name, isFolder } of entries) {
    if (isFolder && !name.startsWith(".")) data[keyOf(name)] = readDataFolder(join(folder, name), reading);
  }
  return data;
}

function readFile(path: string, { config }: Reading): unknown {
  const text = readFileSync(path, "utf8").replace(/^\ufeff/, "");
  try {
    return readers[extensionOf(path)]!(text, config.timezone);
  } catch (error) {
    if (!(error instanceof YamlError)) throw error;
    const file = relative(config.source, path).replaceAll("\\", "/");
    const reason = `This data file is not valid YAML: ${error.message}`;
    throw new UserError([{ severity: "error", ruleId: "data-yaml", reason, file, line: error.line }]);
  }
}

function withHeader([header = [], ...rows]: readonly string[][]): Hash[] {
  return rows.map((row) => Object.fromEntries(header.map((name, index) => [name, row[index] ?? null])));
}

/** `team members` is read as `site.data.team_members`. */
function keyOf(name: string): string {
  return name.replace(/[^\w\s-]+|(?<=^|\b\s)\s+(?=$|\s?\b)/g, "").replace(/\s+/g, "_");
}
