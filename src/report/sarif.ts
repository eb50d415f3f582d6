import { join, relative, resolve } from "node:path";
import type { Message, Severity } from "../model/message.js";
import type { Terminal } from "./terminal.js";

const levels: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", info: "note" };

/**
 * Messages as a SARIF 2.1.0 log (https://docs.oasis-open.org/sarif/sarif/v2.1.0/). Files are named from the root of the
 * repository: the workspace of GitHub Actions, or the current folder.
 */
export function toSarif(messages: readonly Message[], source: string, { env }: Pick<Terminal, "env">): object {
  const rules = [...new Set(messages.map(({ ruleId }) => ruleId))].sort();
  const root = resolve(env.GITHUB_WORKSPACE ?? ".");
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "Pumice", rules: rules.map((id) => ({ id })) } },
        columnKind: "utf16CodeUnits",
        results: messages.map((message) => toResult(message, rules, resolve(source), root)),
      },
    ],
  };
}

function toResult(message: Message, rules: readonly string[], source: string, root: string): object {
  const { severity, ruleId, reason, note, file } = message;
  return {
    ruleId,
    ruleIndex: rules.indexOf(ruleId),
    level: levels[severity],
    message: { text: note ? `${reason}. ${note}.` : `${reason}.` },
    ...(file === undefined ? {} : { locations: [{ physicalLocation: toPlace(message, join(source, file), root) }] }),
  };
}

function toPlace({ line, column }: Message, file: string, root: string): object {
  const path = relative(root, file).replaceAll("\\", "/");
  const region = line === undefined ? undefined : { startLine: line, ...(column ? { startColumn: column } : {}) };
  return {
    artifactLocation: { uri: path.split("/").map(encodeURIComponent).join("/") },
    ...(region ? { region } : {}),
  };
}
