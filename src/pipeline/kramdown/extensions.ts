import { applyList, mergeLists, newList, readAttributeList } from "./attribute-lists.js";
import { element } from "./element.js";
import { addText, newBlock, type Parsing, type SpanParser } from "./parsing.js";
import { patterns } from "./patterns.js";

const defining = new Set(["link", "abbreviation", "footnote"]);

/** `{:name: …}` defines a list, `{::comment}` is an extension, and `{: …}` belongs to the block before or after it. */
export function parseBlockExtension(parsing: Parsing): boolean {
  const { src, tree, definitions } = parsing;
  if (src.scan(patterns.definition) !== undefined) {
    const [, name, text] = src.match!;
    const list = definitions.get(name!) ?? newList();
    readAttributeList(text!, list);
    definitions.set(name!, list);
    tree.children.push(newBlock(parsing, "eob", "", { kind: "definition" }));
    return true;
  }
  if (src.check(patterns.extensionBlock)) return readExtension(parsing, "block");
  if (src.scan(patterns.listBlock) === undefined) return false;
  const text = src.match![1]!;
  const last = tree.children.at(-1);
  if (last && last.type !== "blank" && (last.type !== "eob" || defining.has(last.options.kind ?? ""))) {
    last.options.list ??= newList();
    readAttributeList(text, last.options.list);
    if (!src.check(patterns.listBlock)) tree.children.push(newBlock(parsing, "eob", "", { kind: "list" }));
  } else {
    parsing.waitingList ??= newList();
    readAttributeList(text, parsing.waitingList);
  }
  return true;
}

function readExtension(parsing: Parsing, category: "block" | "span"): boolean {
  const { src, tree } = parsing;
  const start = src.at;
  const [whole, name, attributeText = "", slash] = src.match!;
  const fail = (): boolean => {
    src.at = start;
    if (category === "span") addText(parsing, src.take());
    return false;
  };
  if (name === undefined) return fail();
  src.at += whole.length;
  let body: string | undefined;
  if (!slash) {
    const stop = new RegExp(
      category === "block" ? `^ {0,3}\\{:\\/(?:${name})?\\}\\s*?\\n` : `\\{:\\/(?:${name})?\\}`,
      "gm",
    );
    const read = src.scanUntil(stop);
    if (read === undefined) return fail();
    body = read.slice(0, read.length - src.match![0].length);
    if (category === "block") body = body.replace(/\n$/, "");
  }
  const list = newList();
  readAttributeList(attributeText, list);
  if (name === "comment") {
    if (body !== undefined) tree.children.push(element("comment", `<!-- ${body} -->`, { category }));
    return true;
  }
  if (name === "nomarkdown") {
    const isForHtml = !list.attributes.type || list.attributes.type.split(/\s+/).includes("html");
    if (body !== undefined && isForHtml) tree.children.push(element("raw", body, { category }));
    return true;
  }
  if (name !== "options") return fail();
  if (category === "block") tree.children.push(newBlock(parsing, "eob", "", { kind: "options" }));
  return true;
}

/** `{: …}` behind a span belongs to it. */
export const extensionSpan: SpanParser = {
  sign: "\\{:",
  start: /\{:/y,
  parse(parsing) {
    const { src, tree, definitions } = parsing;
    if (src.check(patterns.extensionSpan)) {
      readExtension(parsing, "span");
      return;
    }
    const last = tree.children.at(-1);
    if (!src.check(patterns.listSpan) || !last || last.type === "text") {
      addText(parsing, src.take());
      return;
    }
    src.at += src.match![0].length;
    const list = newList();
    readAttributeList(src.match![1]!, list);
    last.options.list ??= newList();
    mergeLists(last.options.list, list);
    applyList(last.attributes, list, definitions);
  },
};
