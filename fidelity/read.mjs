import { codeBlockOf, codeBlockOfListing, isGutter, isListing } from "./code-text.mjs";
import { embedOf } from "./embeds.mjs";
import { fold } from "./fold.mjs";
import { formulaOf } from "./formulas.mjs";
import { imageOf, shownInstead } from "./images.mjs";
import {
  attribute,
  BLOCKS,
  childrenOf,
  classesOf,
  elementsIn,
  isElement,
  isUnseen,
  rawText,
  styleOf,
} from "./tree.mjs";

/** @import { Element, InlineKind, Node, Reading } from "./model.d.ts" */

/** End of a block in prose, and what stands in it for code, formulas and pictures. */
export const BLOCK_END = "\u2029";
export const OBJECT = "\ufffc";

/**
 * @typedef {{ -readonly [Key in keyof Reading]: Reading[Key] extends readonly (infer Entry)[] ? Entry[] : Reading[Key] }} Lists
 * @typedef {Omit<Lists, "inline"> & { inline: Record<InlineKind, number> }} Draft
 * @typedef {{ readonly under: readonly InlineKind[], readonly code: boolean, readonly plain: boolean }} Place
 */

/** Reads what a reader sees under a node. @param {Node} root @returns {Reading} */
export function readTree(root) {
  /** @type {Draft} */
  const draft = {
    text: "",
    prose: "",
    codeBlocks: [],
    images: [],
    links: [],
    cells: [],
    headerCells: [],
    listEntries: [],
    listStarts: [],
    headings: [],
    formulas: [],
    embeds: [],
    quotes: [],
    checkboxes: [],
    inline: { strong: 0, emphasis: 0, deleted: 0, superscript: 0, subscript: 0, code: 0 },
  };
  readChildren(root, draft, { under: [], code: false, plain: false });
  return draft;
}

/** @param {Node} node @param {Draft} draft @param {Place} place */
function readChildren(node, draft, place) {
  for (const child of childrenOf(node)) {
    if (isElement(child)) readElement(child, draft, place);
    else if (child.nodeName === "#text" && "value" in child) readText(child.value, draft, place);
  }
}

/** @param {string} value @param {Draft} draft @param {Place} place */
function readText(value, draft, place) {
  if (place.code) return;
  draft.text += value.replace(/\n/g, " ");
  draft.prose += place.under.includes("code") ? value.replace(/\S+/g, OBJECT) : value;
  if (place.plain) return;
  const length = fold(value).length;
  for (const kind of place.under) draft.inline[kind] += length;
}

/** @param {Element} element @param {Draft} draft @param {Place} place */
function readElement(element, draft, place) {
  const formula = formulaOf(element);
  if (formula !== undefined) {
    draft.formulas.push(formula);
    draft.text += formula.tex.replace(/\s+/g, " ");
    draft.prose += OBJECT;
    return;
  }
  const embed = embedOf(element);
  if (embed !== undefined) draft.embeds.push(embed);
  if (isUnseen(element) || isGutter(element)) {
    if (element.tagName === "object") readNested(element, draft);
    return;
  }
  if (isListing(element) && !place.code) return addCode(codeBlockOfListing(element), draft);
  record(element, draft, place);
  if (element.tagName === "br") return endBlock(draft, place);
  const block = BLOCKS.has(element.tagName);
  const raised = element.tagName === "sup" || element.tagName === "sub";
  if (block) endBlock(draft, place);
  if (raised) draft.prose += OBJECT;
  if (element.tagName === "pre" && !place.code) addCode(codeBlockOf(element), draft);
  readChildren(element, draft, placeIn(element, place));
  if (block) endBlock(draft, place);
  if (raised) draft.prose += OBJECT;
}

/** Flash movies wrap an embed that names the film. @param {Element} object @param {Draft} draft */
function readNested(object, draft) {
  for (const element of elementsIn(object)) {
    const embed = embedOf(element);
    if (embed !== undefined) draft.embeds.push(embed);
  }
}

/** @param {Draft} draft @param {Place} place */
function endBlock(draft, place) {
  if (place.code) return;
  draft.text += "\n";
  draft.prose += BLOCK_END;
}

/** @param {import("./model.d.ts").CodeBlock} block @param {Draft} draft */
function addCode(block, draft) {
  if (block.lines.length === 0) return;
  draft.codeBlocks.push(block);
  draft.text += `${block.lines.join("\n")}\n`;
  draft.prose += OBJECT;
}

/** @param {Element} element @param {Place} place @returns {Place} */
function placeIn(element, place) {
  const tag = element.tagName;
  const kind = inlineKind(element);
  return {
    code: place.code || tag === "pre",
    plain: place.plain || /^(?:h[1-6]|th|pre|dt|summary)$/.test(tag) || isCodeBox(element),
    under: kind === undefined || place.under.includes(kind) ? place.under : [...place.under, kind],
  };
}

/** A block of code without a `<pre>`: in it italics are a colour, and `<code>` is not inline. @param {Element} element */
function isCodeBox(element) {
  const classes = classesOf(element);
  if (element.tagName === "code") {
    const broken = [...elementsIn(element)].some((inner) => inner.tagName === "br");
    return broken || /^[ \t]*\n[\s\S]*\S[ \t]*\n/.test(rawText(element));
  }
  return classes.includes("syntaxhighlighter") || (element.tagName === "div" && classes.includes("code"));
}

/** @type {Readonly<Record<string, InlineKind>>} */
const INLINE = {
  strong: "strong",
  b: "strong",
  em: "emphasis",
  i: "emphasis",
  cite: "emphasis",
  del: "deleted",
  s: "deleted",
  strike: "deleted",
  sup: "superscript",
  sub: "subscript",
  code: "code",
  tt: "code",
  kbd: "code",
  samp: "code",
};

/** @param {Element} element @returns {InlineKind | undefined} */
function inlineKind(element) {
  const own = INLINE[element.tagName];
  // Google Docs wraps all of a document into a bold that is none.
  if (own === "strong" && /^(?:normal|[1-5]00)/.test(styleOf(element, "font-weight"))) return undefined;
  if (own !== undefined) return own;
  if (element.tagName !== "span" && element.tagName !== "font") return undefined;
  if (/^(?:bold|bolder|[6-9]00)/.test(styleOf(element, "font-weight"))) return "strong";
  if (/^(?:italic|oblique)/.test(styleOf(element, "font-style"))) return "emphasis";
  if (/line-through/.test(styleOf(element, "text-decoration(?:-line)?"))) return "deleted";
  const shift = styleOf(element, "vertical-align");
  return shift === "super" ? "superscript" : shift === "sub" ? "subscript" : undefined;
}

/** @param {Element} element @param {Draft} draft @param {Place} place */
function record(element, draft, place) {
  switch (element.tagName) {
    case "img":
      return recordImage(element, draft);
    case "a":
      return recordLink(element, draft, place);
    case "area":
      return recordArea(element, draft);
    case "table":
      return recordTable(element, draft);
    case "li":
      return place.code ? undefined : recordEntry(element, draft);
    case "ol":
      return place.code ? undefined : recordStart(element, "start", draft);
    case "blockquote":
      return place.code ? undefined : recordTextOf(element, draft.quotes);
    case "input":
      return recordCheckbox(element, draft);
    default:
      if (/^h[1-6]$/.test(element.tagName) && !place.code) recordTextOf(element, draft.headings);
  }
}

/** @param {Element} element @param {Draft} draft */
function recordImage(element, draft) {
  const image = imageOf(element);
  if (image === undefined) {
    draft.text += shownInstead(element);
    return;
  }
  draft.images.push(image);
  draft.prose += OBJECT;
}

/** @param {Element} element @param {Draft} draft @param {Place} place */
function recordLink(element, draft, place) {
  const href = attribute(element, "href")?.trim();
  if (!href) return;
  const text = visibleText(element);
  // An address in code is a link to one Markdown parser and not to the other.
  if (place.under.includes("code") && !place.code && text === fold(href)) return;
  const shows =
    text !== "" || [...elementsIn(element)].some((inner) => inner.tagName === "img" && imageOf(inner) !== undefined);
  if (shows) draft.links.push({ href, text });
}

/** A place in a picture that leads somewhere. @param {Element} area @param {Draft} draft */
function recordArea(area, draft) {
  const href = attribute(area, "href")?.trim();
  if (href) draft.links.push({ href, text: fold(attribute(area, "alt") ?? "") });
}

/** @param {Element} table @param {Draft} draft */
function recordTable(table, draft) {
  const rows = rowsOf(table);
  if (!isDataTable(table, rows)) return;
  for (const cell of rows.flat()) {
    const span = ["colspan", "rowspan"].map((name) => Number.parseInt(attribute(cell, name) ?? "1", 10) || 1);
    draft.cells.push(`${visibleText(cell)} [${span.join("x")}]`);
    if (cell.tagName === "th") draft.headerCells.push(visibleText(cell));
  }
}

/** Rows of a table with their cells, without those of tables inside. @param {Element} table @returns {Element[][]} */
function rowsOf(table) {
  /** @type {Element[][]} */
  const rows = [];
  for (const part of childrenOf(table)) {
    if (!isElement(part) || !/^(?:thead|tbody|tfoot)$/.test(part.tagName)) continue;
    for (const row of childrenOf(part)) {
      if (isElement(row) && row.tagName === "tr") {
        rows.push(
          childrenOf(row)
            .filter(isElement)
            .filter((cell) => cell.tagName === "td" || cell.tagName === "th"),
        );
      }
    }
  }
  return rows;
}

/** Tables with one row or one column, or with tables inside, may be mere layout: their text is all that counts. @param {Element} table @param {Element[][]} rows */
function isDataTable(table, rows) {
  if (
    classesOf(table).some((name) =>
      /^(?:highlighttable|hljs-ln|crayon-table|rouge-table|lntable|js-file-line-container)$/.test(name),
    )
  )
    return false;
  const wide = rows.filter((row) => row.length > 1).length;
  if (rows.length < 2 || wide < 2) return false;
  return ![...elementsIn(table)].some((inner) => inner.tagName === "table" || inner.tagName === "pre");
}

/** @param {Element} entry @param {Draft} draft */
function recordEntry(entry, draft) {
  const own = visibleText(entry, (inner) => /^(?:ul|ol)$/.test(inner.tagName));
  if (own !== "" || [...elementsIn(entry)].some((inner) => inner.tagName === "img")) draft.listEntries.push(own);
  recordStart(entry, "value", draft);
}

/** @param {Element} element @param {"start" | "value"} name @param {Draft} draft */
function recordStart(element, name, draft) {
  // A list without a visible entry has no number to show.
  if (visibleText(element) === "") return;
  const start = attribute(element, name);
  if (start !== undefined && /^-?\d+$/.test(start) && start !== "1") draft.listStarts.push(`${name} ${start}`);
}

/** @param {Element} element @param {string[]} list */
function recordTextOf(element, list) {
  const text = visibleText(element);
  if (text !== "") list.push(text);
}

/** @param {Element} element @param {Draft} draft */
function recordCheckbox(element, draft) {
  if (attribute(element, "type") !== "checkbox") return;
  draft.checkboxes.push(attribute(element, "checked") === undefined ? "☐" : "☑");
}

/**
 * Folded text under an element without formulas, check boxes and numbers of footnotes, as keys of cells, entries and headings.
 * @param {Node} node @param {(element: Element) => boolean} [except]
 */
function visibleText(node, except = () => false) {
  return fold(plainText(node, except)).replace(/[☐☑☒✅]/g, "");
}

/** @param {Node} node @param {(element: Element) => boolean} except @returns {string} */
function plainText(node, except) {
  let text = "";
  for (const child of childrenOf(node)) {
    if (!isElement(child)) text += child.nodeName === "#text" && "value" in child ? child.value : "";
    else if (!hasNoText(child) && !except(child)) text += shownInstead(child) + plainText(child, except);
  }
  return text;
}

/** @param {Element} element */
function hasNoText(element) {
  // What stands for an embed names it in words of the page's own.
  const embed = attribute(element, "data-embed") !== undefined;
  return embed || isUnseen(element) || isGutter(element) || isNoteNumber(element) || formulaOf(element) !== undefined;
}

/** @param {Element} element */
function isNoteNumber(element) {
  if (element.tagName !== "sup") return false;
  return [...elementsIn(element)].some((inner) => inner.tagName === "a" && attribute(inner, "href")?.startsWith("#"));
}
