import { element } from "./element.js";
import { addText, isAfterBoundary, isBeforeBoundary, newBlock, type Parsing, parseBlocks } from "./parsing.js";
import { patterns } from "./patterns.js";

/*
 * Blocks that are simple to read. Each function is called where its start was found.
 */

export function parseBlank(parsing: Parsing): boolean {
  const { src, tree } = parsing;
  const text = src.scan(patterns.blank)!;
  const last = tree.children.at(-1);
  if (last?.type === "blank") last.value += text;
  else tree.children.push(newBlock(parsing, "blank", text));
  return true;
}

export function parseEndMarker(parsing: Parsing): boolean {
  parsing.src.scan(patterns.endMarker);
  parsing.tree.children.push(newBlock(parsing, "eob"));
  return true;
}

export function parseCodeBlock(parsing: Parsing): boolean {
  const code = parsing.src.scan(patterns.codeBlock)!;
  if (code === "") return false;
  const text = code.replace(/\n( {0,3}\S)/g, " $1").replace(/^(?:\t| {4})/gm, "");
  parsing.tree.children.push(newBlock(parsing, "codeblock", text));
  return true;
}

export function parseFencedCode(parsing: Parsing): boolean {
  const { src, tree } = parsing;
  if (!src.check(patterns.fenced)) return false;
  const [whole, , , info = "", language = "", code] = src.match!;
  src.at += whole.length;
  const block = newBlock(parsing, "codeblock", code!);
  if (info.trim() !== "") {
    block.options.language = info.trim();
    block.attributes.class = `language-${language}`;
  }
  tree.children.push(block);
  return true;
}

export function parseBlockquote(parsing: Parsing): boolean {
  const { src, tree } = parsing;
  let text = src.scan(patterns.line)!;
  while (!src.check(patterns.lazyEnd)) text += src.scan(patterns.line)!;
  const quote = newBlock(parsing, "blockquote");
  tree.children.push(quote);
  parseBlocks(parsing, quote, text.replace(/^ {0,3}> ?/gm, ""));
  return true;
}

export function parseAtxHeader(parsing: Parsing): boolean {
  const { src } = parsing;
  if (!src.check(patterns.atxHeader)) return false;
  const [whole, marks, written] = src.match!;
  const { text: withMarks, id } = headerText(written!);
  const text = withMarks.replace(/[\t ]#+$/, "").trimEnd();
  if (text === "") return false;
  src.at += whole.length;
  addHeader(parsing, marks!.length, text, id);
  return true;
}

export function parseSetextHeader(parsing: Parsing): boolean {
  const { src } = parsing;
  if (!isAfterBoundary(parsing)) return false;
  const [whole, written, mark] = src.match!;
  const { text, id } = headerText(written!);
  if (text === "") return false;
  src.at += whole.length;
  addHeader(parsing, mark === "-" ? 2 : 1, text, id);
  return true;
}

function headerText(written: string): { readonly text: string; readonly id: string | undefined } {
  const text = written.trimEnd();
  const match = /[\t ]\{#([A-Za-z_:\u0080-\uffff][-\w.:\u0080-\uffff]*)\}$/.exec(text);
  return match ? { text: text.slice(0, match.index).trimEnd(), id: match[1] } : { text, id: undefined };
}

function addHeader(parsing: Parsing, level: number, text: string, id: string | undefined): void {
  const header = newBlock(parsing, "header", "", { level, rawText: text });
  addText(parsing, text, header);
  if (id !== undefined) header.attributes.id = id;
  parsing.tree.children.push(header);
}

export function parseRule(parsing: Parsing): boolean {
  parsing.src.scan(patterns.rule);
  parsing.tree.children.push(newBlock(parsing, "hr"));
  return true;
}

export function parseMathBlock(parsing: Parsing): boolean {
  const { src, tree } = parsing;
  const match = src.match!;
  if (!isAfterBoundary(parsing)) return false;
  if (match[1]) return false;
  const start = src.at;
  src.at += match[0].length;
  if (isBeforeBoundary(parsing)) {
    tree.children.push(newBlock(parsing, "math", match[2]!.trim(), { category: "block" }));
    return true;
  }
  src.at = start;
  return false;
}

export function parseFootnoteDefinition(parsing: Parsing): boolean {
  const { src, tree, footnotes } = parsing;
  const [whole, name, text] = src.match!;
  src.at += whole.length;
  const definition = element("footnote_def");
  parseBlocks(parsing, definition, text!.replace(/^(?:\t| {4})/gm, ""));
  const place = newBlock(parsing, "eob", "", { kind: "footnote" });
  tree.children.push(place);
  footnotes.set(name!, { definition, place });
  return true;
}

export function parseLinkDefinition(parsing: Parsing): boolean {
  const { src, tree, links } = parsing;
  const [whole, id, bracketed, bare, , title] = src.match!;
  if (/[ \t]+["']/.test(bare ?? "")) return false;
  src.at += whole.length;
  const place = newBlock(parsing, "eob", "", { kind: "link" });
  tree.children.push(place);
  links.set(linkId(id!), { url: bracketed ?? bare ?? "", title, place });
  return true;
}

export function linkId(id: string): string {
  return id.replace(/\s+/g, " ").toLowerCase();
}

export function parseAbbreviation(parsing: Parsing): boolean {
  const { src, tree, abbreviations } = parsing;
  const [whole, id, title] = src.match!;
  src.at += whole.length;
  const place = newBlock(parsing, "eob", "", { kind: "abbreviation" });
  tree.children.push(place);
  abbreviations.set(id!, { title: title!.trim(), place });
  return true;
}

export function parseParagraph(parsing: Parsing): boolean {
  const { src, tree, textType } = parsing;
  const start = src.at;
  let text = src.scan(patterns.line)!;
  while (!src.check(patterns.paragraphEnd)) text += src.scan(patterns.line)!;
  const last = tree.children.at(-1);
  if (last?.type === "p") {
    const joiner = src.text.slice(start - 3, start) === "  \n" ? "  \n" : "\n";
    if (last.children.at(-1)?.type === textType) last.children.at(-1)!.value += joiner + text.trimEnd();
    else addText(parsing, text.trimEnd(), last);
    return true;
  }
  const paragraph = newBlock(parsing, "p");
  tree.children.push(paragraph);
  addText(parsing, text.trim(), paragraph);
  return true;
}
