import { alignColumns } from "../lib/columns.js";
import { countOf, formatCount } from "../lib/format.js";
import { printable } from "../lib/printable.js";
import type { ExplainedField, Explanation } from "../model/explanation.js";
import type { Change } from "../model/post.js";
import type { Colors } from "./terminal.js";

const ofPages = "Pages are the site owner's own: Liquid runs in them, and nothing in them is cleaned.";

/** An explanation as lines for people, without its messages. `width`: columns of the terminal. */
export function printExplanation(explanation: Explanation, colors: Colors, width: number): readonly string[] {
  const { kind, bodyKind, bodyLine, wordCount, fields, origins, changes, losses } = explanation;
  const note = explanation.note ?? (kind === "page" ? ofPages : undefined);
  const title = (text: string) => ["", colors.bold(text)];
  const body = `${bodyKind === "html" ? "HTML" : "Markdown"} from line ${formatCount(bodyLine)} on`;
  return [
    `${colors.bold(printable(explanation.path))}  ${kind}, ${body}${kind === "page" ? "" : `, ${countOf(wordCount, "word")}`}`,
    ...title("Front matter"),
    ...indent(printFields(fields, width)),
    ...(note !== undefined
      ? ["", note]
      : [
          ...title("Origin of the body"),
          ...indent(
            origins.length === 0 ? ["none recognised: the generic cleanup only"] : printOrigins(origins, width),
          ),
          ...title("Changes"),
          ...indent(changes.length === 0 ? ["none"] : printChanges(changes, width)),
          ...title("What the reader loses"),
          ...indent(losses.length === 0 ? [colors.green("nothing")] : printLosses(losses)),
        ]),
  ];
}

function printFields(fields: readonly ExplainedField[], width: number): readonly string[] {
  const rest = Math.max(width - 26, 40);
  return alignColumns(
    fields.map(({ name, value, from }) => [name, showValue(value), `← ${from}`].map(printable)),
    [22, Math.ceil(rest * 0.48), Math.floor(rest * 0.52)],
  );
}

function showValue(value: unknown): string {
  if (typeof value === "string") return value;
  const isPlainList = Array.isArray(value) && value.every((entry) => typeof entry !== "object" || entry === null);
  return isPlainList ? value.join(" · ") : JSON.stringify(value);
}

function printOrigins(origins: Explanation["origins"], width: number): readonly string[] {
  return alignColumns(
    origins.map(({ cleanup, sign }) => [cleanup, `by ${printable(sign)}`]),
    [22, Math.max(width - 26, 40)],
  );
}

const verbs = { remove: "removed", unwrap: "unwrapped", replace: "replaced", rewrite: "rewritten" } as const;

function printChanges(changes: readonly Change[], width: number): readonly string[] {
  const rows = changes.map(({ step, action, rule, count, sample }) =>
    [step, verbs[action], formatCount(count), rule, sample].map(printable),
  );
  return alignColumns(rows, [16, 9, 8, 36, Math.max(width - 79, 20)], [2]);
}

function printLosses(losses: readonly Change[]): readonly string[] {
  return losses.map(({ step, rule, lostText, sample }) => {
    return printable(`${countOf(lostText, "character")} of text with ${rule} (${step}): ${sample}`);
  });
}

const indent = (lines: readonly string[]) => lines.map((line) => `  ${line}`.trimEnd());
