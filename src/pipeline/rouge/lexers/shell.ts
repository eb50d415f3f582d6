import { type Lexer, type Rule, rule, ruleFor } from "../lexer.js";

const keywords = "continue do done elif else esac fi for function if in return select then until while";
/** What bash has, and what the GNU tools add: programs of others are plain. */
const commands = `alias arch awk b2sum base32 base64 basename bg bind break builtin caller cat cd chcon chgrp chmod chown
chroot cksum comm command compgen complete cp csplit cut date dd declare df dir dircolors dirname dirs disown du echo enable
env eval exec exit expand export expr factor false fc fg fmt fold getopts grep groups gunzip gzip hash head help history
hostid hostname id install jobs join kill let link ln local logname logout ls mapfile md5sum mkdir mkfifo mknod mktemp mv
nice nl nohup nproc numfmt od paste pathchk popd pr printenv printf ptx pushd pwd read readlink readonly realpath rm rmdir
runcon sed seq set sha1sum sha224sum sha256sum sha384sum sha512sum shift shopt shred shuf sleep sort source split stat
stdbuf stty sudo sum suspend sync tac tail tar tee test time timeout times touch tr trap true truncate tsort tty type
typeset ulimit umask unalias uname unexpand uniq unlink unset uptime users vdir wait wc who whoami yes`;

const anyOf = (list: string): string => list.trim().split(/\s+/).join("|");

/** What is filled in, in text and in strings. */
const filledIn: readonly Rule[] = [
  rule(/\$\(\(/, "k", "math"),
  rule(/\$\(/, "si", "command"),
  rule(/\$\{#?/, "k", "parameter"),
  rule(/`/, "sb", "backticks"),
  rule(/\$#?(?:\w+|[^\n\t"'(){}#])/, "nv"),
  rule(/\$(?:$|(?![\s\S]))/, "err"),
];

const strings: readonly Rule[] = [
  rule(/\\.?/, "se"),
  rule(/\$?"/, "s2", "double"),
  rule(/\$'/, "s1", "escaped"),
  rule(/'/, "s1", "single"),
];

const hereDocument = ruleFor(/(<<-?)(\s*)(['"]?)(\w+)(['"]?)/, ([, sign, blank, open, end, close], lexing) => {
  lexing.emit("o", sign!);
  lexing.emit("", blank!);
  lexing.emit("sh", open!);
  lexing.emit("no", end!);
  lexing.emit("sh", close!);
  lexing.memory.set("end", end!);
  lexing.move("document");
});

const basic: readonly Rule[] = [
  rule(/#.*/, "c"),
  rule(/\bcase\s*\b/, "k", "case"),
  rule(new RegExp(`\\b(?:${anyOf(keywords)})\\s*\\b`), "k"),
  rule(new RegExp(`\\b(?:${anyOf(commands)})\\s*\\b(?![.-])`), "nb"),
  rule(/\.(?=\s)/, "nb"),
  rule(/([A-Za-z_]\w*)(=)/, ["nv", "o"]),
  rule(/--?[\w-]+/, "nt"),
  rule(/<<</, "o"),
  hereDocument,
  rule(/&&|\|\||[[\]{}()!=>]/, "o"),
  rule(/\*/, "k"),
  rule(/;/, "p"),
];

const others: readonly Rule[] = [rule(/\s+/, ""), rule(/[^=*\s{}()$"'`\\<;]+/, ""), rule(/[<$]/, "")];

const all: readonly Rule[] = [...basic, ...strings, ...filledIn, ...others];

/** The command lines of Bourne's shell and its heirs. */
export const shell: Lexer = {
  states: {
    root: all,
    case: [rule(/\besac\b/, "k", "^"), rule(/\|/, "p"), rule(/\)/, "p", "branch"), ...all],
    branch: [rule(/;;/, "p", "^"), ruleFor(/(?=\besac\b)/, (_, { move }) => move("^")), ...all],
    command: [rule(/\)/, "si", "^"), ...all],
    backticks: [rule(/`/, "sb", "^"), ...all],
    double: [rule(/"/, "s2", "^"), rule(/\\.?/, "se"), ...filledIn, rule(/[^"`\\$]+|\$/, "s2")],
    single: [rule(/'/, "s1", "^"), rule(/[^']+/, "s1")],
    escaped: [rule(/'/, "s1", "^"), rule(/\\.?/, "se"), rule(/[^'\\]+/, "s1")],
    parameter: [
      rule(/\}/, "k", "^"),
      rule(/:-/, "k"),
      rule(/\w+/, "nv"),
      rule(/[^}:"'`$\\]+/, "p"),
      ...strings,
      ...filledIn,
      ...others,
    ],
    math: [rule(/\)\)/, "k", "^"), rule(/\*\*|&&|\|\||[-+*/%^|&<>]/, "o"), rule(/\d+(?:#\w+)?/, "m"), ...all],
    document: [
      ruleFor(/^[^\S\n]*(\w+)\s*\n/, ([line, end], { memory, emit, move }) => {
        if (end !== memory.get("end")) return false;
        emit("no", line);
        move("^");
      }),
      rule(/\\.?/, "se"),
      ...filledIn.filter(({ pattern }) => !pattern.source.startsWith("`")),
      rule(/[^\n\\$]+\n?|\n|\$/, "sh"),
    ],
  },
};
