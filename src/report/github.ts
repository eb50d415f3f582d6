import { join, relative, resolve } from "node:path";
import { printable } from "../lib/printable.js";
import type { Message } from "../model/message.js";
import type { Terminal } from "./terminal.js";

/** Whether the command runs where its messages can be shown beside the lines of a pull request. */
export function isGitHubActions({ env }: Terminal): boolean {
  return env.GITHUB_ACTIONS === "true";
}

/** The message as a workflow command; files are named from the root of the repository. */
export function printAnnotation(message: Message, source: string, { env }: Terminal): string {
  const { file, line, column, note } = message;
  const kind = message.severity === "info" ? "notice" : message.severity;
  const root = resolve(env.GITHUB_WORKSPACE ?? ".");
  const properties = {
    file: file === undefined ? undefined : relative(root, join(resolve(source), file)).replaceAll("\\", "/"),
    line,
    col: column,
    title: message.ruleId,
  };
  const pairs = Object.entries(properties).filter(([, value]) => value !== undefined);
  const list = pairs.map(([key, value]) => `${key}=${escapeProperty(printable(String(value)))}`).join(",");
  const text = [message.reason, ...(note ? [note] : [])].map(printable).join("\n");
  return `::${kind} ${list}::${escapeText(text)}`;
}

/** The runner obeys its older commands wherever they stand in a line, and lines hold text of posts. */
export function withoutOldCommands(line: string): string {
  return line.replaceAll("##[", "# #[");
}

const escapeText = (text: string) => text.replace(/[%\r\n]/g, (character) => encodeURIComponent(character));

const escapeProperty = (text: string) => escapeText(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
