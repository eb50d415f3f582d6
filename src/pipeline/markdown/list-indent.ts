const orderedItem = /^(\d{1,9}[.)][ \t]+)\S/;

/**
 * kramdown nests what is indented by two spaces under `1. item`; CommonMark asks for as much as the number is wide, and
 * would end the list there. Returns a function for the lines in their order.
 */
export function createListIndent(): (line: string) => string {
  let width = 0;
  let shift = 0;
  return (line) => {
    if (line.trim() === "") return line;
    const indent = /^ */.exec(line)![0].length;
    if (indent < 2) {
      width = orderedItem.exec(line)?.[1]?.length ?? 0;
      shift = 0;
      return line;
    }
    if (shift === 0 && indent < width && /^ +(?:[-*+]|\d{1,9}[.)])[ \t]/.test(line)) shift = width - indent;
    return " ".repeat(shift) + line;
  };
}
