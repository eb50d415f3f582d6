import { expression, literal } from "./expression.js";
import { fragment } from "./fragments.js";

/** Stands where no such operator is, and has its name at its right: it fails, but not before it is asked. */
export const NO_OPERATOR = "=";

const comparison = new RegExp(`(${fragment})\\s*([=!<>a-z_]+)?\\s*(${fragment})?`, "s");
const word = new RegExp(`\\s*(?:(and|or)\\b|(${fragment}|\\S+))`, "ys");

/** What `if` asks, as LiquidJS writes it; undefined if a side of `and` or `or` is missing, or all. */
export function condition(written: string): string | undefined {
  const parts = partsOf(written);
  const asked = parts.map((part, index) => (index % 2 === 0 ? comparisonText(part) : part));
  return asked.includes(undefined) ? undefined : asked.join(" ");
}

function comparisonText(written: string): string | undefined {
  const [, left, operator, right = ""] = comparison.exec(written) ?? [];
  if (left === undefined) return undefined;
  if (operator === undefined) return expression(left);
  if (operator === "<>") return `${expression(left)} != ${expression(right)}`;
  const isKnown = /^(?:[=!<>]=|[<>]|contains)$/.test(operator);
  return `${expression(left)} ${isKnown ? `${operator} ${expression(right)}` : `${NO_OPERATOR} ${literal(operator)}`}`;
}

/** Comparisons, and between each two of them `and` or `or`. */
function partsOf(written: string): string[] {
  const parts: string[] = [];
  let words = "";
  word.lastIndex = 0;
  for (let match = word.exec(written); match; match = word.exec(written)) {
    const [whole, operator] = match;
    if (operator === undefined) words += whole;
    else {
      parts.push(words, operator);
      words = "";
    }
  }
  return [...parts, words];
}
