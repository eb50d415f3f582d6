import type { Lexer } from "../lexer.js";
import { c } from "./c.js";
import { console } from "./console.js";
import { cpp } from "./cpp.js";
import { csharp } from "./csharp.js";
import { css } from "./css.js";
import { diff } from "./diff.js";
import { docker } from "./docker.js";
import { go } from "./go.js";
import { html } from "./html.js";
import { ini } from "./ini.js";
import { java } from "./java.js";
import { javascript } from "./javascript.js";
import { json } from "./json.js";
import { jsx, tsx } from "./jsx.js";
import { kotlin } from "./kotlin.js";
import { liquid } from "./liquid.js";
import { lua } from "./lua.js";
import { make } from "./make.js";
import { markdown } from "./markdown.js";
import { nginx } from "./nginx.js";
import { perl } from "./perl.js";
import { php } from "./php.js";
import { powershell } from "./powershell.js";
import { python } from "./python.js";
import { ruby } from "./ruby.js";
import { rust } from "./rust.js";
import { sass } from "./sass.js";
import { scss } from "./scss.js";
import { shell } from "./shell.js";
import { sql } from "./sql.js";
import { swift } from "./swift.js";
import { toml } from "./toml.js";
import { typescript } from "./typescript.js";
import { xml } from "./xml.js";
import { yaml } from "./yaml.js";

/** Lexers by the names and aliases that Rouge gives them. */
export const lexers: ReadonlyMap<string, Lexer> = named([
  [c, "c"],
  [console, "console terminal shell_session shell-session"],
  [cpp, "cpp c++"],
  [csharp, "csharp c# cs"],
  [css, "css"],
  [diff, "diff patch udiff"],
  [docker, "docker dockerfile"],
  [go, "go golang"],
  [html, "html"],
  [ini, "ini"],
  [java, "java"],
  [javascript, "javascript js"],
  [json, "json"],
  [jsx, "jsx react"],
  [kotlin, "kotlin"],
  [liquid, "liquid"],
  [lua, "lua"],
  [make, "make makefile mf gnumake bsdmake"],
  [markdown, "markdown md mkd"],
  [nginx, "nginx"],
  [perl, "perl pl"],
  [php, "php php3 php4 php5"],
  [powershell, "powershell posh microsoftshell msshell"],
  [python, "python py"],
  [ruby, "ruby rb"],
  [rust, "rust rs rust,no_run rs,no_run rust,ignore rs,ignore rust,should_panic rs,should_panic"],
  [sass, "sass"],
  [scss, "scss"],
  [shell, "shell bash zsh ksh sh"],
  [sql, "sql"],
  [swift, "swift"],
  [toml, "toml"],
  [tsx, "tsx"],
  [typescript, "typescript ts"],
  [xml, "xml"],
  [yaml, "yaml yml"],
]);

function named(rows: readonly (readonly [lexer: Lexer, names: string])[]): ReadonlyMap<string, Lexer> {
  return new Map(rows.flatMap(([lexer, names]) => names.split(" ").map((name): [string, Lexer] => [name, lexer])));
}
