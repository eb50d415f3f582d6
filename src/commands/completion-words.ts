import { Command as Program } from "commander";
import type { CommandEntry } from "./command.js";

/** What can follow a command on the command line. */
export interface CompletedCommand {
  /** Its name, and what else it is called. */
  readonly names: readonly string[];
  readonly summary: string;
  /** Words that its first argument may be, or undefined where it is a file or free text. */
  readonly choices?: readonly string[];
  readonly options: readonly CompletedOption[];
}

export interface CompletedOption {
  /** `-s` and `--source`. */
  readonly flags: readonly string[];
  readonly description: string;
  readonly takesValue: boolean;
  readonly choices?: readonly string[];
}

/** Asks every command what it takes, so that completion knows what the program knows. */
export function readCompletions(entries: readonly CommandEntry[]): Promise<readonly CompletedCommand[]> {
  return Promise.all(entries.map(readCompletion));
}

async function readCompletion({ name, aliases = [], summary, load }: CommandEntry): Promise<CompletedCommand> {
  const definition = (await load()).define(new Program(name));
  const choices = definition.registeredArguments[0]?.argChoices;
  const options = definition.options
    .filter(({ hidden }) => !hidden)
    .map(({ short, long, description, required, optional, argChoices }) => ({
      flags: [short, long].filter((flag) => flag !== undefined),
      description,
      takesValue: required || optional,
      ...(argChoices ? { choices: argChoices } : {}),
    }));
  const help = { flags: ["-h", "--help"], description: "explain a command", takesValue: false };
  return { names: [name, ...aliases], summary, ...(choices ? { choices } : {}), options: [...options, help] };
}
