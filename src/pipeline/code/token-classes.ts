import type { Element } from "hast";
import { classList } from "../../html/query.js";

/*
 * What the highlighters of the wild call their tokens → the scope of highlight.js that our theme colours. One table serves
 * them all: where two use the same short name, they mean nearly the same.
 */

const scopes: Readonly<Record<string, string>> = {
  keyword:
    "keyword control-flow module directive atrule important rule cm-keyword script color1 kwrd kwd crayon-k crayon-st kw1 kw2 kw3 kw4 k kd kn kr kp ow kc kw cf im pl-k",
  comment:
    "comment comments prolog doctype cdata cm-comment rem com crayon-c co1 co2 coMULTI c c1 cm cs cpf co do an pl-c",
  string:
    "string char attr-value regex template-string heredoc cm-string cm-string-2 str atv crayon-s crayon-q st0 st_h es0 s s1 s2 sb sc sd se sh si sx sr ss dl st vs pl-s pl-pds value",
  number: "number cm-number lit color3 crayon-cn nu0 mi mf mh mo mb il m dv bn fl pl-c1",
  literal: "boolean constant symbol null nil cm-atom constants no cn",
  built_in: "builtin cm-builtin functions color2 crayon-e crayon-r nb bp bu re0",
  type: "class-name maybe-class-name type namespace cm-type typ crayon-t kt nc nn ne dt",
  title: "function method cm-def cm-header me1 nf fm fu pl-en macro-name",
  variable: "variable cm-variable-2 cm-variable-3 crayon-v nv vc vg vi vm va re1 pl-v pl-smi",
  attr: "attr-name property attribute literal-property cm-attribute cm-property atn attr crayon-a na ot at",
  name: "tag cm-tag html crayon-ta nt pl-ent sc2",
  meta: "preprocessor annotation decorator macro shebang directive-hash cm-meta cm-qualifier preproc dec crayon-p cp nd ni asp pp",
  operator: "operator cm-operator op crayon-o o",
  "selector-class": "selector class",
  addition: "inserted gi",
  deletion: "deleted gd",
  section: "title section gh gu",
  strong: "bold gs",
  emphasis: "italic ge",
};

const classes = new Map<string, string>();
for (const [scope, names] of Object.entries(scopes))
  for (const name of names.split(" ")) classes.set(name, `hljs-${scope}`);

/** Scopes of older versions of highlight.js, and what it says now; an empty name goes without colour. */
const renamed: Readonly<Record<string, string>> = {
  preprocessor: "meta",
  annotation: "meta",
  decorator: "meta",
  pragma: "meta",
  shebang: "meta",
  label: "symbol",
  constant: "literal",
  javadoc: "comment",
  pi: "meta",
  header: "section",
  setting: "attr",
  id: "title",
  value: "string",
  at_rule: "keyword",
  tag: "",
  params: "",
  function: "",
  class: "",
};

const ours = new Set(
  (
    "keyword built_in type literal number operator punctuation regexp string subst symbol variable title comment doctag meta " +
    "section name attr attribute bullet code emphasis strong formula link quote selector-tag selector-id selector-class " +
    "selector-attr selector-pseudo template-tag template-variable addition deletion property"
  ).split(" "),
);

/** The class of ours for a token, or `undefined` where it is none or goes without colour. */
export function tokenClass(element: Element): string | undefined {
  for (const name of classList(element)) {
    const own = name.startsWith("hljs-") ? ownClass(name.slice(5)) : classes.get(name);
    if (own) return own;
  }
  return undefined;
}

function ownClass(scope: string): string | undefined {
  const now = renamed[scope] ?? scope;
  return ours.has(now) ? `hljs-${now}` : undefined;
}
