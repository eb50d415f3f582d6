/*
 * Liquid's own grammar, as its strict mode has it. What keeps to it means the same to LiquidJS, but for backslashes; `<>` is
 * left to the lax mode, as LiquidJS has it not.
 */

const name = "[a-zA-Z_][\\w-]*\\??";
const quoted = `"[^"]*"|'[^']*'`;
const number = "-?\\d+(?:\\.\\d+)?";
const steps = (key: string): string => `(?:\\s*\\.\\s*${name}|\\s*\\[\\s*(?:${quoted}|${number}|${key})\\s*\\])*`;
const innerPath = `${name}${steps(name)}`;
const path = `(?:${name}|\\[\\s*(?:${quoted}|${innerPath})\\s*\\])${steps(innerPath)}`;
const range = `\\(\\s*(?:${number}|${path})\\s*\\.\\.\\s*(?:${number}|${path})\\s*\\)`;
const expression = `(?:${quoted}|${range}|${number}(?![\\w.])|${path})`;
const argument = `(?:${name}\\s*:\\s*)?${expression}`;
const value = `${expression}(?:\\s*\\|\\s*${name}(?:\\s*:\\s*${argument}(?:\\s*,\\s*${argument})*)?)*`;
const comparison = `${expression}(?:\\s*(?:[=!]=|[<>]=?|contains(?=\\s))\\s*${expression})?`;
const condition = `${comparison}(?:\\s*\\b(?:and|or)\\b\\s*${comparison})*`;
const attributes = `(?:(?:\\s*,\\s*|\\s+)${name}\\s*:\\s*${expression})*(?:\\s*,)?`;
const loop = `${name}\\s+in\\s+${expression}(?:\\s+reversed\\b)?${attributes}`;

const whole = (pattern: string): RegExp => new RegExp(`^\\s*(?:${pattern})\\s*$`);

/** By tag; `{{` is a value that is printed. */
export const grammar: Readonly<Record<string, RegExp>> = {
  "{{": whole(value),
  assign: whole(`${name}\\s*=\\s*${value}`),
  echo: whole(value),
  if: whole(condition),
  elsif: whole(condition),
  unless: whole(condition),
  case: whole(expression),
  when: whole(`${expression}(?:\\s*(?:,|\\bor\\b)\\s*${expression})*`),
  for: whole(loop),
  tablerow: whole(loop),
};
