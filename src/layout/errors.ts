import { LiquidError } from "liquidjs";
import { type Message, UserError } from "../model/message.js";
import type { PlacedToken } from "./direct/index.js";

/** Where a template's text comes from, to tell positions of the file. */
export interface TemplateOrigin {
  /** Path as it is shown to the user. */
  readonly shownPath: string;
  /** 1-based line of the file on which the template's text begins. */
  readonly textLine: number;
}

/** The user's mistake behind what LiquidJS threw; other errors come back as they are. */
export function toUserError(error: unknown, origin: (path: string) => TemplateOrigin, rendering?: string): unknown {
  if (!LiquidError.is(error)) return error;
  return new UserError([liquidMessage(error as unknown as PositionedError, origin, rendering)]);
}

/** What `LiquidError` has besides its declared fields. */
interface PositionedError extends Error {
  readonly token: PlacedToken;
  readonly originalError?: Error;
}

function liquidMessage(
  error: PositionedError,
  origin: (path: string) => TemplateOrigin,
  rendering: string | undefined,
): Message {
  const [line, column] = error.token.getPosition();
  const place = error.token.file === undefined ? undefined : origin(error.token.file);
  const missing = /^ENOENT: Failed to lookup "(.*)" in /.exec(error.message)?.[1];
  return {
    severity: "error",
    ruleId: missing === undefined ? "liquid" : "include-missing",
    reason: missing === undefined ? liquidReason(error) : `There is no include \`${missing}\``,
    note: noteOn(missing, rendering),
    ...(place && { file: place.shownPath, line: line + place.textLine - 1, column }),
  };
}

/** What is told of a rendering that had to be ended by force; `filter` is the one that was at work. */
export function endlessMessage(
  filter: PlacedToken | undefined,
  origin: (path: string) => TemplateOrigin,
  rendering: string,
): Message {
  const [line, column] = filter?.getPosition() ?? [1, 1];
  const place = filter?.file === undefined ? undefined : origin(filter.file);
  return {
    severity: "error",
    ruleId: "too-slow",
    reason: `Liquid: rendering ${rendering} does not come to an end`,
    note: "Look for a filter that is given a very large text or list, or for a loop over one",
    ...(place && { file: place.shownPath, line: line + place.textLine - 1, column }),
  };
}

/** LiquidJS appends the position to its text, sometimes twice. */
function liquidReason(error: PositionedError): string {
  return `Liquid: ${error.message.replace(/, (?:file:[^\n]*?, )?line:\d+, col:\d+[\s\S]*$/, "")}`;
}

function noteOn(missing: string | undefined, rendering: string | undefined): string {
  const remedy =
    missing === undefined
      ? "Mend the tag or the filter at this place"
      : "Put a file of this name into the folder of includes; paths that lead out of it are refused";
  return rendering === undefined ? remedy : `${remedy} (found while rendering ${rendering})`;
}
