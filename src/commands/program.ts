import { CommanderError, Option, Command as Program } from "commander";
import { createReport } from "../report.js";
import type { Command, CommandEntry, Context } from "./command.js";
import { commands } from "./index.js";
import { readVersion } from "./version.js";

const wrongUsage = 2;

/** Runs a command line (without the names of node and the script) and returns its exit code. */
export async function runProgram(argv: readonly string[], context: Context): Promise<number> {
  const args = argv[0] === "help" && argv.length > 1 ? [argv[1]!, "--help"] : [...argv];
  let exitCode = 0;
  const program = createProgram(context);
  for (const entry of commands) {
    const definition = program
      .command(entry.name)
      .description(entry.summary)
      .aliases(entry.aliases ?? []);
    if (!isCalled(entry, args[0])) continue;
    const command = await entry.load();
    // Jekyll's, which scripts give to every command: the messages name the place anyway.
    command.define(definition.addOption(new Option("-t, --trace").hideHelp())).action(async () => {
      exitCode = await runCommand(command, definition, context);
    });
  }
  try {
    if (args.length === 0) program.help({ error: true });
    await program.parseAsync(args, { from: "user" });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : wrongUsage;
    return createReport(context).failure(error, ".");
  }
}

function createProgram({ stdout, stderr }: Context): Program {
  const program = new Program("pumice")
    .description("Scrapes the HTML of old posts clean and makes a static site of them.")
    .version(readVersion(), "-v, --version")
    .helpOption("-h, --help", "explain a command")
    .showHelpAfterError("(--help explains the options)")
    .exitOverride()
    .configureOutput({ writeOut: (text) => stdout.write(text), writeErr: (text) => stderr.write(text) });
  program.addHelpText(
    "after",
    "\nExamples:\n  pumice build -s blog\n  pumice build --help\n  pumice list posts --json",
  );
  return program;
}

const isCalled = ({ name, aliases = [] }: CommandEntry, word: string | undefined) =>
  word !== undefined && (name === word || aliases.includes(word));

function runCommand(command: Command, definition: Program, context: Context): Promise<number> {
  return command.run({ args: definition.processedArgs as string[], options: definition.opts(), context });
}
