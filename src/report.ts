import type { BuildResult, Progress } from "./model/build.js";
import type { CheckResult } from "./model/check.js";
import { countBySeverity, type Message, UserError } from "./model/message.js";
import { checkEvents, messageEvent, type ReportEvent, resultEvents } from "./report/events.js";
import { isGitHubActions, printAnnotation, withoutOldCommands } from "./report/github.js";
import { printMended } from "./report/mended.js";
import { groupMessages, printGroup } from "./report/messages.js";
import { createProgress } from "./report/progress.js";
import { toSarif } from "./report/sarif.js";
import { printCheckSummary, printSummary } from "./report/summary.js";
import { colorsOf, type Terminal } from "./report/terminal.js";

export interface ReportOptions {
  /** Events on stdout, besides the lines for people. */
  readonly json?: boolean;
  /** Messages on stdout in the form of another program, besides the lines for people. */
  readonly format?: "github" | "sarif";
  /** Only errors. */
  readonly quiet?: boolean;
  /** Every message, however often it repeats. */
  readonly verbose?: boolean;
}

/** Tells people on stderr, and programs on stdout, what a command does. */
export interface Report {
  readonly progress: (event: Progress) => void;
  /** Messages by themselves, about files below `source`. */
  readonly messages: (messages: readonly Message[], source: string) => void;
  /** Everything about a finished build. */
  readonly build: (result: BuildResult) => void;
  /** Everything about a finished check. */
  readonly check: (result: CheckResult) => void;
  /** What was thrown; the exit code that it asks for. */
  readonly failure: (error: unknown, source: string) => ExitCode;
}

/** 0 fine · 1 the content is wrong · 2 the command line or the configuration is wrong · 3 a bug of Pumice. */
export type ExitCode = 0 | 1 | 2 | 3;

export function createReport(terminal: Terminal, options: ReportOptions = {}): Report {
  const colors = colorsOf(terminal);
  const progress = createProgress(terminal);
  const emit = (event: ReportEvent) => {
    if (options.json) terminal.stdout.write(`${JSON.stringify(event)}\n`);
  };
  const say = (lines: readonly string[]) => {
    progress.clear();
    const safe = isGitHubActions(terminal) ? lines.map(withoutOldCommands) : lines;
    if (safe.length > 0) terminal.stderr.write(`${safe.join("\n")}\n`);
  };
  const sayMessages = (messages: readonly Message[], source: string) => {
    const wanted = options.quiet ? messages.filter(({ severity }) => severity === "error") : messages;
    const groups = groupMessages(wanted, options.verbose);
    say(groups.flatMap((group) => printGroup(group, source, colors)));
    if (!isGitHubActions(terminal) || options.format === "github") return;
    say(groups.flatMap(({ shown }) => shown.map((message) => printAnnotation(message, source, terminal))));
  };

  return {
    progress: (event) => {
      if (!options.quiet) progress.show(event);
    },
    messages: (messages, source) => {
      for (const message of messages) emit(messageEvent(message));
      sayMessages(messages, source);
    },
    build: (result) => {
      for (const event of resultEvents(result)) emit(event);
      sayMessages(result.messages, result.config.source);
      if (!options.quiet || !result.ok) say(printSummary(result, colors));
    },
    check: (result) => {
      const { messages, source } = result;
      if (options.format === "sarif") terminal.stdout.write(`${JSON.stringify(toSarif(messages, source, terminal))}\n`);
      if (options.format === "github") {
        for (const message of messages) terminal.stdout.write(`${printAnnotation(message, source, terminal)}\n`);
      }
      for (const event of checkEvents(result)) emit(event);
      if (!options.quiet) say(result.mended.flatMap((file) => printMended(file, colors)));
      sayMessages(messages, source);
      if (!options.quiet) say(printCheckSummary(result, colors));
    },
    failure: (error, source) => {
      if (error instanceof UserError) {
        for (const message of error.messages) emit(messageEvent(message));
        sayMessages(error.messages, source);
        emit({ event: "summary", ok: false });
        return error.exitCode;
      }
      const stack = error instanceof Error ? (error.stack ?? String(error)) : String(error);
      emit({ event: "bug", message: String(error), stack });
      say([stack, colors.red("This is a bug in Pumice, not in your site. Please report it with the lines above.")]);
      return 3;
    },
  };
}

/** What the messages of a finished command ask for as exit code. */
export function exitCodeOf(messages: readonly Message[], strict = false): ExitCode {
  const { error, warning } = countBySeverity(messages);
  return error > 0 || (strict && warning > 0) ? 1 : 0;
}
