import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { codeFrame } from "../lib/code-frame.js";
import { formatCount } from "../lib/format.js";
import { printable } from "../lib/printable.js";
import type { Message, Severity } from "../model/message.js";
import type { Colors } from "./terminal.js";

/** Messages of one rule and severity. */
export interface MessageGroup {
  readonly ruleId: string;
  readonly severity: Severity;
  readonly shown: readonly Message[];
  readonly hidden: number;
}

/** A large old site may have 50,000 messages that say the same: so many of each rule are shown. */
const shownOfRule = 10;

const order: readonly Severity[] = ["info", "warning", "error"];

/** Groups by rule, the worst last, where the eye is. `all` hides none. */
export function groupMessages(messages: readonly Message[], all = false): readonly MessageGroup[] {
  const groups = new Map<string, Message[]>();
  for (const message of messages) {
    const key = `${message.severity} ${message.ruleId}`;
    const group = groups.get(key);
    if (group) group.push(message);
    else groups.set(key, [message]);
  }
  return [...groups.values()]
    .map((group) => limit(group, all ? group.length : shownOfRule))
    .sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
}

function limit(group: readonly Message[], count: number): MessageGroup {
  const { ruleId, severity } = group[0]!;
  // To hide one or two costs as many lines as to show them.
  const shown = group.length <= count + 2 ? group : group.slice(0, count);
  return { ruleId, severity, shown, hidden: group.length - shown.length };
}

/** The group as lines for people, with the places of the files below `source` that it speaks of. */
export function printGroup(group: MessageGroup, source: string, colors: Colors): readonly string[] {
  const more = `  … and ${formatCount(group.hidden)} more of [${group.ruleId}]; --verbose shows all`;
  return [
    ...group.shown.flatMap((message) => printMessage(message, source, colors)),
    ...(group.hidden > 0 ? [colors.dim(more)] : []),
  ];
}

const signs = { error: "✖", warning: "!", info: "i" } as const;

export function printMessage(message: Message, source: string, colors: Colors): readonly string[] {
  const color = { error: colors.red, warning: colors.yellow, info: colors.cyan }[message.severity];
  const place = placeOf(message);
  const head = [
    color(signs[message.severity]),
    ...(place ? [colors.bold(printable(place))] : []),
    printable(message.reason),
    colors.dim(`[${message.ruleId}]`),
  ];
  const frame = message.severity === "info" ? [] : frameOf(message, source);
  return [
    head.join(" "),
    ...frame.map((line) => `    ${line.startsWith(">") ? line : colors.dim(line)}`),
    ...(message.note ? [`    ${colors.green("→")} ${printable(message.note)}`] : []),
  ];
}

function placeOf({ file, line, column }: Message): string {
  return [file, line, line && column].filter((part) => part !== undefined).join(":");
}

/** No frame is no harm: the file may be gone, or the message may be about a whole one. */
function frameOf({ file, line, column }: Message, source: string): readonly string[] {
  if (file === undefined || line === undefined) return [];
  try {
    return codeFrame(readFileSync(resolve(source, file), "utf8"), line, column);
  } catch {
    return [];
  }
}
