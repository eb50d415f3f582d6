import { Argument } from "commander";
import type { Command } from "./command.js";
import { completionScripts } from "./completion-scripts.js";
import { readCompletions } from "./completion-words.js";

export const completion: Command = {
  define: (command) =>
    command
      .addArgument(new Argument("<shell>", "shell that shall complete").choices(Object.keys(completionScripts)))
      .addHelpText("after", examples),
  run: async ({ args, context }) => {
    const { commands } = await import("./index.js");
    context.stdout.write(completionScripts[args[0]!]!(await readCompletions(commands)));
    return 0;
  },
};

const examples = `
Prints a script that lets the shell complete commands, options and their values.

Examples:
  pumice completion bash > ~/.local/share/bash-completion/completions/pumice
  pumice completion zsh > ~/.zfunc/_pumice          where ~/.zfunc is in fpath
  pumice completion fish > ~/.config/fish/completions/pumice.fish`;
