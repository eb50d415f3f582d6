import { element } from "./element.js";
import { addText, type SpanParser } from "./parsing.js";

/** `` `code` ``, with as many backquotes as the code needs. */
export const codespan: SpanParser = {
  sign: "`",
  start: /`+/y,
  parse(parsing) {
    const { src, tree } = parsing;
    const before = src.text[src.at - 1];
    const ticks = src.scan(/`+/y)!;
    const isSimple = ticks.length === 1;
    if (isSimple && (before === undefined || /\s/.test(before)) && /\s/.test(src.text[src.at] ?? "")) {
      addText(parsing, ticks);
      return;
    }
    const end = src.text.indexOf(ticks, src.at);
    if (end < 0) {
      addText(parsing, ticks);
      return;
    }
    const code = src.text.slice(src.at, end);
    src.at = end + ticks.length;
    tree.children.push(element("codespan", isSimple ? code : code.replace(/^ /, "").replace(/ $/, "")));
  },
};
