import { createParsing, parseDocument, smartSpans } from "./document.js";
import { element } from "./element.js";
import { finishDocument } from "./finish.js";
import type { KramdownOptions } from "./options.js";
import { parseSpans } from "./parsing.js";
import { writeDocument } from "./writer.js";

/** Markdown as kramdown with its GFM parser reads it to the HTML that it writes, byte for byte where we know how. */
export function convertKramdown(text: string, options: KramdownOptions): string {
  const document = parseDocument(text, options);
  finishDocument(document);
  return writeDocument(document);
}

/** A text with typographic quotes and dashes, and nothing else changed. */
export function smartQuotes(text: string, options: KramdownOptions): string {
  const parsing = createParsing(text, options);
  parsing.textType = "text";
  const root = element("root");
  parseSpans(parsing, root, undefined, { set: smartSpans });
  return writeDocument({ root, parsing });
}
