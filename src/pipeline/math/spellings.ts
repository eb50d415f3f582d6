/*
 * What KaTeX and MathJax know and temml does not, or by another name.
 */

/** Commands by what temml has for them. `\@secondoftwo{a}{b}` is b. */
export const otherSpellings: Readonly<Record<string, string>> = {
  "\\mbox": "\\text{#1}",
  "\\hfill": "\\quad",
  "\\vspace": "\\@secondoftwo{#1}{}",
  "\\require": "\\@secondoftwo{#1}{}",
  "\\href": "\\@secondoftwo{#1}{#2}",
  "\\url": "\\texttt{#1}",
  "\\mathds": "\\mathbb{#1}",
  "\\mathbbm": "\\mathbb{#1}",
  "\\arrowvert": "\\vert",
  "\\bracevert": "\\vert",
  "\\Arrowvert": "\\Vert",
  "\\textbackslash": "\\backslash",
  "\\textless": "<",
  "\\textgreater": ">",
};

const arrays: readonly (readonly [RegExp, string])[] = [
  [/\\begin\{eqnarray\*?\}/g, "\\begin{array}{rcl}"],
  [/\\end\{eqnarray\*?\}/g, "\\end{array}"],
  // A definition of what temml has of its own, such as `\R`, is no mistake.
  [/\\newcommand(?![a-zA-Z])/g, "\\providecommand"],
];

/** The same formula for temml. Rows and columns outside of any environment get one, as MathJax lays them out. */
export function spellAsTemml(tex: string): string {
  let spelled = tex;
  if (tex.includes("\\")) for (const [theirs, ours] of arrays) spelled = spelled.replace(theirs, ours);
  const hasColumns = /(?<!\\)&/.test(spelled) && !spelled.includes("\\begin");
  return hasColumns ? `\\begin{aligned}${spelled}\\end{aligned}` : spelled;
}
