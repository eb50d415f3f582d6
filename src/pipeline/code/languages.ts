/*
 * The languages that code is written in: the many names that blogs have for one, and the grammar of highlight.js that
 * colours it.
 */

/** Grammar → the names that are known for it, ours first. */
const table: Readonly<Record<string, string>> = {
  actionscript: "actionscript as as3",
  apache: "apache apacheconf htaccess",
  applescript: "applescript osascript",
  arduino: "arduino ino",
  armasm: "armasm arm",
  awk: "awk gawk",
  bash: "bash sh shell zsh shellscript shell-script bashrc ksh",
  c: "c h",
  clojure: "clojure clj cljs edn",
  cmake: "cmake",
  coffeescript: "coffeescript coffee cson",
  cpp: "cpp c++ cc cxx hpp h++ hh cplusplus c_cpp cuda objective-c++",
  csharp: "csharp c# cs c-sharp",
  css: "css",
  d: "d dlang",
  dart: "dart flutter",
  delphi: "delphi pascal objectpascal object-pascal pas dpr",
  diff: "diff patch",
  dns: "dns zone bind",
  dockerfile: "dockerfile docker containerfile",
  dos: "dos bat cmd batch winbatch",
  elixir: "elixir ex exs",
  elm: "elm",
  erb: "erb rhtml html+erb",
  erlang: "erlang erl",
  excel: "excel xls xlsx",
  fortran: "fortran f90 f95 f77",
  fsharp: "fsharp f# fs",
  gherkin: "gherkin cucumber feature",
  glsl: "glsl hlsl shader shaderlab",
  go: "go golang",
  gradle: "gradle",
  graphql: "graphql gql",
  groovy: "groovy",
  haml: "haml",
  handlebars: "handlebars hbs html.hbs mustache",
  haskell: "haskell hs",
  haxe: "haxe hx",
  http: "http https",
  ini: "ini toml cfg conf config dosini",
  java: "java",
  javascript: "javascript js jscript node nodejs mjs cjs es6 ecmascript jsx react",
  json: "json json5 jsonc jsonp",
  julia: "julia jl",
  kotlin: "kotlin kt kts",
  latex: "latex tex",
  less: "less",
  lisp: "lisp common-lisp elisp emacs-lisp cl",
  llvm: "llvm",
  lua: "lua",
  makefile: "makefile make mk mak gnumake",
  markdown: "markdown md mkd mdown mdx",
  mathematica: "mathematica wolfram mma wl",
  matlab: "matlab octave",
  nginx: "nginx nginxconf",
  nim: "nim nimrod",
  nix: "nix",
  objectivec: "objectivec objective-c objc obj-c mm",
  ocaml: "ocaml ml",
  perl: "perl pl pm perl5",
  pgsql: "pgsql postgres postgresql plpgsql",
  php: "php php5 php7 phtml",
  powershell: "powershell posh ps1 ps pwsh",
  processing: "processing pde",
  prolog: "prolog",
  properties: "properties",
  protobuf: "protobuf proto proto3",
  puppet: "puppet pp",
  python: "python py py3 python3 python2 ipython ipython3 gyp numpy pyspark",
  qml: "qml",
  r: "r rlang rscript splus",
  ruby: "ruby rb rails irb gemspec rake jruby",
  rust: "rust rs",
  scala: "scala sc sbt",
  scheme: "scheme scm racket",
  scss: "scss sass",
  shell: "console shellsession shell-session sh-session bash-session",
  smalltalk: "smalltalk",
  sql: "sql mysql plsql tsql t-sql sqlite oracle mssql hql hive hiveql sqlserver sparksql",
  stylus: "stylus styl",
  swift: "swift",
  tcl: "tcl tk",
  twig: "twig craftcms jinja jinja2 html+jinja django",
  typescript: "typescript ts tsx",
  vala: "vala",
  vbnet: "vbnet vb vb.net visualbasic visual-basic vba",
  vbscript: "vbscript vbs asp",
  verilog: "verilog sv systemverilog",
  vhdl: "vhdl vhd",
  vim: "vim viml vimscript vimrc",
  wasm: "wasm wat wast",
  x86asm: "x86asm asm assembly nasm masm",
  xml: "xml html xhtml markup vue svelte svg htm xsl xslt xsd rss atom wsdl plist aspx jsp html5 xaml mathml wxml ftl",
  yaml: "yaml yml",
};

const plain = new Set("plain plaintext plain-text text txt none nohighlight no-highlight output raw".split(" "));

/** Names that stay what they are though another language's grammar colours them. */
const own = new Set(
  "html vue svelte svg jsx tsx toml sass jsp django jinja hlsl cuda vba mysql plsql tsql wxml xaml mdx octave".split(
    " ",
  ),
);

const grammars = new Map<string, string>();
const spellings = new Map<string, string>();
for (const [grammar, names] of Object.entries(table)) {
  const [first = grammar, ...others] = names.split(" ");
  for (const name of [first, ...others]) {
    grammars.set(name, grammar);
    spellings.set(name, own.has(name) ? name : first);
  }
}
for (const name of ["markup", "htm", "xhtml", "html5"]) spellings.set(name, "html");

/**
 * Our name for a language as a post names it. An unknown one stays, in lower case; `undefined` for plain text and for what
 * can be no name.
 */
export function languageNamed(name: string): string | undefined {
  const spelled = name.trim().toLowerCase();
  if (plain.has(spelled)) return undefined;
  const known = spellings.get(spelled);
  if (known) return known;
  return /^[a-z][a-z0-9+#._-]{0,29}$/.test(spelled) ? spelled : undefined;
}

/** Whether a bare class (`<pre class="java">`) is the name of a language, and not one of looks. */
export function isLanguage(name: string): boolean {
  return (name.length > 1 && spellings.has(name.toLowerCase())) || name === "c";
}

/** The grammar of highlight.js for one of our names, or `undefined` if there is none. */
export function grammarOf(language: string): string | undefined {
  return grammars.get(language);
}
