import type { Lexer } from "../lexer.js";
import { console } from "./console.js";
import { diff } from "./diff.js";
import { json } from "./json.js";
import { liquid } from "./liquid.js";
import { markdown } from "./markdown.js";
import { python } from "./python.js";
import { ruby } from "./ruby.js";
import { shell } from "./shell.js";
import { yaml } from "./yaml.js";

/** Lexers by the names and aliases that Rouge gives them. */
export const lexers: ReadonlyMap<string, Lexer> = named([
  [console, "console terminal shell_session shell-session"],
  [diff, "diff patch udiff"],
  [json, "json"],
  [liquid, "liquid"],
  [python, "python py"],
  [ruby, "ruby rb"],
  [markdown, "markdown md mkd"],
  [shell, "shell bash zsh ksh sh"],
  [yaml, "yaml yml"],
]);

function named(rows: readonly (readonly [lexer: Lexer, names: string])[]): ReadonlyMap<string, Lexer> {
  return new Map(rows.flatMap(([lexer, names]) => names.split(" ").map((name): [string, Lexer] => [name, lexer])));
}
