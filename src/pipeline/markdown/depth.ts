const deepQuotation = /^((?:[ \t]{0,3}>){20})[ \t>]+/;
const deepItem = /^[ \t]{60,}(?=[-*+]|\d{1,9}[.)])/;

/** Nobody nests as deep as this, and each level costs the parser time and stack for every line. */
export function limitDepth(line: string): string {
  return line.replace(deepQuotation, "$1 ").replace(deepItem, " ".repeat(60));
}
