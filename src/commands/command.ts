import type { Command as Definition } from "commander";
import type { BuildOptions, BuildResult } from "../model/build.js";
import type { SiteLists } from "../model/site-lists.js";
import type { Terminal } from "../report/terminal.js";

/** A command in the list of all: enough for `--help` and for a guess at what was meant. */
export interface CommandEntry {
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly summary: string;
  /** Its module is read only when the command is called. */
  readonly load: () => Promise<Command>;
}

export interface Command {
  /** Adds arguments, options and examples. */
  readonly define: (definition: Definition) => Definition;
  /** Returns the exit code. Throws `UserError` for what the user can mend. */
  readonly run: (call: CommandCall) => Promise<number>;
}

export interface CommandCall {
  readonly args: readonly string[];
  /** As commander names them: `--keep-going` is `keepGoing`. */
  readonly options: Readonly<Record<string, unknown>>;
  readonly context: Context;
}

export interface Context extends Terminal {
  /** What builds: read only by the commands that need it. */
  readonly engine: () => Promise<Engine>;
}

export interface Engine {
  readonly build: (options: BuildOptions) => Promise<BuildResult>;
  readonly listSite: (options: BuildOptions) => Promise<SiteLists>;
}
