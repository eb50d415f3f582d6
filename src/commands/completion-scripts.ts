import type { CompletedCommand, CompletedOption } from "./completion-words.js";

/** Makes the completion script of a shell. */
export const completionScripts: Readonly<Record<string, (commands: readonly CompletedCommand[]) => string>> = {
  bash,
  zsh,
  fish,
};

/** Works with the bash 3.2 of macOS. Where no word fits, bash offers files. */
function bash(commands: readonly CompletedCommand[]): string {
  const flagsOf = ({ options, choices = [] }: CompletedCommand) =>
    [...choices, ...options.flatMap(({ flags }) => flags)].join(" ");
  const valued = commands.flatMap(({ names, options }) =>
    options.filter(({ takesValue }) => takesValue).map((option) => ({ names, ...option })),
  );
  const patterns = (names: readonly string[], flags: readonly string[]) =>
    names.flatMap((name) => flags.map((flag) => `"${name} ${flag}"`)).join("|");
  return `# Completion of pumice for bash: eval "$(pumice completion bash)"
_pumice() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" words
  if [ "$COMP_CWORD" -eq 1 ]; then
    words="${commands.flatMap(({ names }) => names).join(" ")} --help --version"
  else
    case "\${COMP_WORDS[1]} $previous" in
${valued.map(({ names, flags, choices = [] }) => `      ${patterns(names, flags)}) words="${choices.join(" ")}" ;;`).join("\n")}
      *) case "\${COMP_WORDS[1]}" in
${commands.map((command) => `        ${command.names.join("|")}) words="${flagsOf(command)}" ;;`).join("\n")}
        help) words="${commands.map(({ names }) => names[0]).join(" ")}" ;;
      esac ;;
    esac
  fi
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -F _pumice pumice
`;
}

function zsh(commands: readonly CompletedCommand[]): string {
  const named = commands.flatMap(({ names, summary }) => names.map((name) => zshQuote(`${name}:${summary}`)));
  return `#compdef pumice
# Completion of pumice for zsh: eval "$(pumice completion zsh)"
_pumice() {
  local -a commands
  commands=(${named.join(" ")})
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  shift words
  (( CURRENT-- ))
  case $words[1] in
${commands.map(zshCase).join("\n")}
  esac
}
if [ "$funcstack[1]" = _pumice ]; then _pumice "$@"; else compdef _pumice pumice; fi
`;
}

function zshCase({ names, choices, options }: CompletedCommand): string {
  const argument = choices ? `*:word:(${choices.join(" ")})` : "*:file:_files";
  return `    ${names.join("|")}) _arguments ${[...options.flatMap(zshOptions), zshQuote(argument)].join(" ")} ;;`;
}

function zshOptions({ flags, description, takesValue, choices }: CompletedOption): readonly string[] {
  const value = !takesValue ? "" : choices ? `:value:(${choices.join(" ")})` : ":value:_files";
  const text = description.replace(/[[\]:\\]/g, "\\$&");
  return flags.map((flag) => zshQuote(`(${flags.join(" ")})${flag}[${text}]${value}`));
}

const zshQuote = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;

function fish(commands: readonly CompletedCommand[]): string {
  const names = commands.map((command) => `complete -c pumice -f -n __fish_use_subcommand${named(command)}`);
  return `# Completion of pumice for fish: pumice completion fish > ~/.config/fish/completions/pumice.fish
${[...names, ...commands.flatMap(fishLines)].join("\n")}
`;
}

const named = ({ names, summary }: CompletedCommand) => ` -a ${fishQuote(names.join(" "))} -d ${fishQuote(summary)}`;

function fishLines({ names, choices, options }: CompletedCommand): readonly string[] {
  const start = `complete -c pumice -n '__fish_seen_subcommand_from ${names.join(" ")}'`;
  return [
    ...(choices ? [`${start} -f -a ${fishQuote(choices.join(" "))}`] : []),
    ...options.map((option) => `${start}${fishOption(option)}`),
  ];
}

function fishOption({ flags, description, takesValue, choices }: CompletedOption): string {
  const names = flags.map((flag) => (flag.startsWith("--") ? ` -l ${flag.slice(2)}` : ` -s ${flag.slice(1)}`));
  const value = choices ? ` -x -a ${fishQuote(choices.join(" "))}` : takesValue ? " -r" : "";
  return `${names.join("")}${value} -d ${fishQuote(description)}`;
}

const fishQuote = (text: string) => `'${text.replace(/[\\']/g, "\\$&")}'`;
