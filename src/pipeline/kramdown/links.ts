import { applyList } from "./attribute-lists.js";
import { linkId } from "./blocks.js";
import { type AttributeList, type Element, element } from "./element.js";
import { addText, type Parsing, parseSpans, type SpanParser } from "./parsing.js";
import { escapedCharacters } from "./spans.js";

const bracket = /(\])|!?\[/y;

/** `[text](url "title")`, `[text][id]`, `[id]`, and pictures with `!` in front. */
export const link: SpanParser = {
  sign: "!?\\[",
  start: /!?\[(?=[^^])/y,
  parse(parsing) {
    const { src, tree, stack } = parsing;
    const written = src.scan(this.start)!;
    const start = src.at;
    const type = written.startsWith("!") ? "img" : "a";
    const isWithinLink = [tree, ...stack].some((outer) => outer.type === "img" || outer.type === "a");
    const giveUp = (): void => {
      src.at = start;
      addText(parsing, written);
    };
    if (type === "a" && isWithinLink) return giveUp();
    const made = element(type);
    let count = 1;
    const isStop = (): boolean => {
      count += src.match![1] ? -1 : 1;
      return count - made.children.filter((child) => child.type === "img").length === 0;
    };
    if (!parseSpans(parsing, made, bracket, { isStop })) return giveUp();
    const label = src.text.slice(start, src.at);
    src.scan(bracket);
    const target = readReference(parsing, label) ?? readInlineTarget(parsing);
    if (!target) return giveUp();
    addLink(parsing, made, target, label.replace(new RegExp(escapedCharacters.source, "g"), "$1"));
  },
};

interface Target {
  readonly url: string;
  readonly title: string | undefined;
  readonly list?: AttributeList | undefined;
}

/** What `[id]` or the label itself refers to; nothing where a target in parentheses follows. */
function readReference({ src, links }: Parsing, label: string): Target | undefined {
  const isReference = src.scan(/\s*?\[([^\]]+)?\]/y) !== undefined;
  if (!isReference && src.text[src.at] === "(") return undefined;
  const id = (isReference && src.match![1]) || label;
  const found = links.get(linkId(id));
  return found && { url: found.url, title: found.title, list: found.place.options.list };
}

function readInlineTarget({ src }: Parsing): Target | undefined {
  if (src.text[src.at] !== "(") return undefined;
  let url: string;
  if (src.scan(/\(<(.*?)>/y) !== undefined) {
    url = src.match![1]!;
    if (src.scan(/\)/y) !== undefined) return { url, title: undefined };
  } else {
    const read = readUrl(src);
    if (read.isClosed) return { url: read.url, title: undefined };
    url = read.url;
  }
  if (src.scan(/\s*?(["'])([\s\S]+?)\1\s*?\)/y) === undefined) return undefined;
  return { url, title: src.match![2]! };
}

/** A URL in parentheses, which may have pairs of them itself; it ends before a title in quotes. */
function readUrl(src: Parsing["src"]): { readonly url: string; readonly isClosed: boolean } {
  const pattern = /(\()|(\))|\s(?=['"])/g;
  let text = "";
  let depth = 0;
  for (let part = src.scanUntil(pattern); part !== undefined; part = src.scanUntil(pattern)) {
    text += part;
    if (src.match![2]) {
      depth -= 1;
      if (depth === 0) break;
    } else if (src.match![1]) depth += 1;
    else break;
  }
  return { url: text.slice(1, -1).trim(), isClosed: depth === 0 && text !== "" };
}

function addLink({ tree, definitions }: Parsing, made: Element, { url, title, list }: Target, label: string): void {
  if (list) {
    made.options.list = list;
    applyList(made.attributes, list, definitions);
  }
  if (made.type === "a") made.attributes.href = url;
  else {
    made.attributes.src = url;
    made.attributes.alt = label;
    made.children = [];
  }
  if (title !== undefined) made.attributes.title = title;
  tree.children.push(made);
}
