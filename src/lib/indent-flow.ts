/**
 * YAML whose quoted texts and bracketed lists go on in lines that are indented too little, or by tabs, with these lines
 * indented by spaces. Ruby's parser (libyaml) takes them as they are; the `yaml` package keeps to the letter of YAML 1.2.
 * Every line stays a line. The meaning is the same where the text was right already.
 */
export function indentFlow(text: string): string {
  const lines = text.split("\n");
  const flow: Flow = { open: [] };
  let indent = 0;
  let literal = Number.POSITIVE_INFINITY;
  return lines
    .map((line) => {
      const margin = /^ */.exec(line)![0].length;
      if (flow.open.length > 0) {
        follow(flow, line, 0);
        return line.replace(/^[ \t]*/, " ".repeat(indent + 1));
      }
      if (margin > literal || line.trim() === "") return line;
      literal = blockScalar.test(line) ? margin : Number.POSITIVE_INFINITY;
      indent = margin;
      follow(flow, line, startOfFlow(line));
      return line;
    })
    .join("\n");
}

/** What is open at the end of a line: quotes and brackets, the innermost last. */
interface Flow {
  readonly open: string[];
}

const blockScalar = /(?:^|[:\-?] )[ ]*[|>][-+\d]*\s*(?:#.*)?$/;

/** Keys, dashes and question marks before the value of a line. A quoted key is taken for a value, which does no harm. */
const beforeFlow = /^(?: |- |\? |[^\s"'[\]{}#:,&*!|>%@`-][^\s:#]*(?: [^\s:#]+)*:[ \t]+)*(?=["'[{])/;

function startOfFlow(line: string): number {
  return beforeFlow.exec(line)?.[0].length ?? line.length;
}

const closing: Readonly<Record<string, string>> = { "[": "]", "{": "}" };

/** Reads a line from `start` on, up to where everything is closed. */
function follow({ open }: Flow, line: string, start: number): void {
  for (let at = start; at < line.length; at += 1) {
    const character = line[at]!;
    const innermost = open.at(-1);
    if (innermost === '"' || innermost === "'") {
      const isEscaped = innermost === '"' ? character === "\\" : line.startsWith("''", at);
      if (isEscaped) at += 1;
      else if (character === innermost) open.pop();
    } else if (character === "#" && /\s/.test(line[at - 1] ?? " ")) return;
    else if (character in closing) open.push(closing[character]!);
    else if (isQuote(character) && /^$|[\s[{,:]/.test(line[at - 1] ?? "")) open.push(character);
    else if (character === innermost) open.pop();
    if (open.length === 0) return;
  }
}

const isQuote = (character: string): boolean => character === '"' || character === "'";
