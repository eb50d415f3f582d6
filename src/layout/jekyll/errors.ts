import { relative } from "node:path";
import { LiquidError } from "liquidjs";
import { type Message, UserError } from "../../model/message.js";

/** A tag written wrong, in Jekyll's own words, before which Liquid puts none of its own. */
export class TagError extends Error {
  /** 1-based line of the template that Ruby's Liquid names, where that is not the tag's own. */
  readonly line: number | undefined;

  constructor(reason: string, line?: number) {
    super(reason);
    this.line = line;
  }
}

/** What Ruby's Liquid finds wrong at a 1-based line of a template, and takes all the same. */
export interface MarkupProblem {
  readonly reason: string;
  readonly line: number;
}

/** What `LiquidError` has besides its declared fields. */
interface PositionedError extends Error {
  readonly token: { readonly file?: string; getPosition(): [line: number, column: number] };
  readonly originalError?: Error;
}

/** The text that was rendered when something went wrong. */
export interface Rendering {
  /** Absolute path of the template. */
  readonly path: string;
  /** Relative to the source. */
  readonly file: string;
  /** As Jekyll's messages show it. */
  readonly shown: string;
  /** 1-based line of the file on which the template begins. */
  readonly firstLine: number;
}

/** The user's mistake behind what LiquidJS threw, in the words of Ruby's Liquid; other errors come back as they are. */
export function toJekyllError(thrown: unknown, rendering: Rendering, source: string): unknown {
  if (!LiquidError.is(thrown)) return thrown;
  const error = innermost(thrown as unknown as PositionedError);
  if (error instanceof UserError) return error;
  return new UserError([messageOf(error, rendering, source)]);
}

function innermost(error: PositionedError): PositionedError | UserError {
  const inner = error.originalError;
  if (inner instanceof UserError) return inner;
  return inner !== undefined && LiquidError.is(inner) ? innermost(inner as unknown as PositionedError) : error;
}

function messageOf(error: PositionedError, rendering: Rendering, source: string): Message {
  const { path, file: rendered, shown, firstLine } = rendering;
  const [line, column] = error.token.getPosition();
  const file = error.token.file;
  const isIncluded = file !== undefined && file !== path;
  const text = inRubysWords(error);
  const isLiquids = text.startsWith("Liquid");
  const told = (error.originalError instanceof TagError && error.originalError.line) || line;
  const place = isIncluded ? `(${file} line ${told})` : `(line ${told})`;
  const reason = isLiquids ? text.replace(/^(Liquid (?:syntax )?error)/, `$1 ${place}`) : text;
  return {
    severity: "error",
    ruleId: "liquid",
    reason: `Liquid Exception: ${reason} ${isIncluded && isLiquids ? "included " : ""}in ${shown}`,
    file: isIncluded ? relative(source, file).replaceAll("\\", "/") : rendered,
    line: isIncluded ? line : line + firstLine - 1,
    column,
  };
}

/** What Ruby's Liquid warns of and takes all the same. */
export function liquidWarning(
  { reason, line }: MarkupProblem,
  { file, shown, firstLine }: Omit<Rendering, "path">,
): Message {
  return {
    severity: "warning",
    ruleId: "liquid-syntax",
    reason: `Liquid Warning: Liquid syntax error (line ${line}): ${reason} in ${shown}`,
    file,
    line: line + firstLine - 1,
  };
}

function inRubysWords(error: PositionedError): string {
  if (error.originalError instanceof TagError) return error.originalError.message;
  const text = (error.originalError?.message ?? error.message).replace(
    /, (?:file:[^\n]*?, )?line:\d+, col:\d+[\s\S]*$/,
    "",
  );
  const tag = /^tag "(.*)" not found$/.exec(text);
  if (tag) return `Liquid syntax error: Unknown tag '${tag[1]}'`;
  const variable = /^undefined variable: (.*)$/.exec(text);
  if (variable) return `Liquid error: undefined variable ${variable[1]!.split(".").at(-1)}`;
  const filter = /^undefined filter: (.*)$/.exec(text);
  if (filter) return `Liquid error: undefined filter ${filter[1]}`;
  if (text === "invalid capture name")
    return "Liquid syntax error: Syntax Error in 'capture' - Valid syntax: capture [var]";
  if (text.startsWith("empty candidates"))
    return "Liquid syntax error: Syntax Error in 'cycle' - Valid syntax: cycle [name :] var [, var2, var3 ...]";
  const open = /^tag \{%-?\s*(\w+).* not closed$/s.exec(text);
  if (open) return `Liquid syntax error: '${open[1]}' tag was never closed`;
  return error.name === "RenderError" ? text : `Liquid syntax error: ${text}`;
}
