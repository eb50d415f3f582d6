import { parse } from "parse5";
import { alignText } from "./align-text.mjs";
import { compareCode } from "./compare-code.mjs";
import { compareLinks } from "./compare-links.mjs";
import { embedKey } from "./embeds.mjs";
import { danglingLinksIn, leftoversIn } from "./faults.mjs";
import { countValues, fold, foldBy, missingFrom } from "./fold.mjs";
import { foldTex, needsRendering } from "./formulas.mjs";
import { readTree } from "./read.mjs";
import { readSource } from "./read-source.mjs";
import { falseSpaces, latinWords } from "./spaces.mjs";
import { attribute, elementsIn, findElement, rawText } from "./tree.mjs";
import { invalidityOf } from "./validity.mjs";

/** @import { Findings, Image, Kept, Node, Reading, Sample } from "./model.d.ts" */
/** @typedef {{ kept: Kept, samples: Sample[] }} Comparison */
/** @typedef {{ readonly title: string, readonly images: readonly Image[], readonly urls: string }} Surroundings */

/**
 * Compares a post's source with the page built from it.
 * @param {{ readonly source: string, readonly extension: string, readonly page: string, readonly validate?: boolean }} post
 *   `source` is the whole file, `extension` has its dot, `page` the whole page
 * @returns {Findings}
 */
export function comparePost({ source, extension, page, validate = true }) {
  const before = readSource(source, extension);
  const document = parse(page);
  const body = findElement(document, (element) => attribute(element, "itemprop") === "articleBody");
  const after = readTree(body ?? parse(""));
  const around = surroundingsOf(document, body);
  const custom = {
    liquid: before.liquid,
    markdown: before.kind === "markdown",
    maths: before.reading.formulas.length + after.formulas.length > 0,
  };
  const foldText = (/** @type {string} */ text) => foldBy(text, custom);
  const foldCode = (/** @type {string} */ line) => (before.liquid ? line.replace(/\{\{.*?\}\}|\{%.*?%\}/g, "") : line);
  const title = titleAsWritten(before.reading.headings, around.title, foldText);
  const text = alignText(
    blocksOf(before.reading.text, foldText),
    blocksOf(after.text, foldText).join("") + foldText(title),
  );
  const figures = compareFigures(before.reading, after, { around, foldText, targets: before.targets });
  figures.code = compareCode(before.reading.codeBlocks, after.codeBlocks, foldCode);
  figures.words = compareWords(before.reading, after, text.pieces, before.liquid, around.title);
  const faults = [
    ...(body === undefined ? [{ kind: "no body", sample: "no element with itemprop=articleBody" }] : leftoversIn(body)),
    ...danglingLinksIn(document),
    ...falseSpaces(before.reading.prose, after.prose).map((sample) => ({ kind: "false space", sample })),
    ...(validate ? invalidityOf(page) : []),
  ];
  return {
    text: { source: text.total, lost: text.lost, gained: Math.max(0, text.gained - foldText(around.title).length) },
    figures: Object.fromEntries(Object.entries(figures).map(([name, { kept }]) => [name, kept])),
    faults: Object.fromEntries(countValues(faults.map((fault) => fault.kind))),
    samples: [
      ...text.pieces.map((piece) => ({ kind: "text", sample: piece })),
      ...Object.values(figures).flatMap(({ samples }) => samples),
      ...faults,
    ].map(({ kind, sample }) => ({ kind, sample: sample.slice(0, 160) })),
  };
}

/** What the page shows of the post outside its body. @param {Node} document @param {Node | undefined} body @returns {Surroundings} */
function surroundingsOf(document, body) {
  const inside = new Set(body === undefined ? [] : elementsIn(body));
  const title = findElement(document, (element) => element.tagName === "h1" && !inside.has(element));
  const urls =
    body === undefined ? [] : [...elementsIn(body)].flatMap((element) => element.attrs.map(({ value }) => value));
  return { title: title === undefined ? "" : rawText(title), images: readTree(document).images, urls: urls.join("\n") };
}

/** The page shows a heading that repeats the title once, perhaps in other letters. @param {readonly string[]} headings @param {string} title @param {(text: string) => string} foldText */
function titleAsWritten(headings, title, foldText) {
  return headings.find((heading) => titleKey(heading, foldText) === titleKey(title, foldText)) ?? title;
}

/** @param {string} title @param {(text: string) => string} foldText */
function titleKey(title, foldText) {
  return foldText(title)
    .replace(/[\p{P}\p{S}]/gu, "")
    .toLowerCase();
}

/** @param {string} text @param {(text: string) => string} foldText */
function blocksOf(text, foldText) {
  return (
    text
      .split("\n")
      // kramdown takes "#Title" for a heading, CommonMark for text.
      .map((block) => foldText(block).replace(/^#+/, ""))
      .filter((block) => block !== "")
  );
}

/**
 * @param {Reading} before @param {Reading} after
 * @param {{ around: Surroundings, foldText: (text: string) => string, targets: ReadonlySet<string> }} context
 * @returns {Record<string, Comparison>}
 */
function compareFigures(before, after, { around, foldText, targets }) {
  const compareKeys = (
    /** @type {string} */ kind,
    /** @type {readonly string[]} */ from,
    /** @type {readonly string[]} */ to,
  ) => {
    const keys = from.map(foldText);
    return comparison(kind, keys, missingFrom(keys, to.map(foldText)));
  };
  const title = titleKey(around.title, foldText);
  const headings = before.headings.filter((heading) => titleKey(heading, foldText) !== title);
  return {
    images: compareImages(before.images, around.images, after.text),
    alts: compareAlts(before.images, around.images, after.text),
    links: compareLinks(before.links, after.links, targets),
    cells: compareKeys("cells", before.cells, after.cells),
    "header cells": compareKeys("header cells", before.headerCells, after.headerCells),
    "list entries": compareKeys("list entries", before.listEntries, after.listEntries),
    "list starts": compareKeys("list starts", before.listStarts, after.listStarts),
    headings: compareKeys("headings", headings, after.headings),
    formulas: compareFormulas(before, after),
    "formulas rendered": compareRendered(before, after),
    embeds: compareEmbeds(before.embeds, after, around.urls),
    quotes: counted("quotes", before.quotes.length, after.quotes.length),
    checkboxes: compareKeys("checkboxes", before.checkboxes, [
      ...after.checkboxes,
      ...(after.text.match(/[☐☑]/g) ?? []),
    ]),
    ...Object.fromEntries(
      Object.entries(before.inline).map(([kind, count]) => {
        const name = kind === "code" ? "inline code" : kind;
        return [name, counted(name, count, after.inline[/** @type {keyof Reading["inline"]} */ (kind)])];
      }),
    ),
  };
}

/** @param {string} kind @param {readonly string[]} source @param {readonly string[]} lost @returns {Comparison} */
function comparison(kind, source, lost) {
  return { kept: { source: source.length, lost: lost.length }, samples: lost.map((sample) => ({ kind, sample })) };
}

/** @param {string} kind @param {number} source @param {number} page @returns {Comparison} */
function counted(kind, source, page) {
  const lost = Math.max(0, source - page);
  return {
    kept: { source, lost },
    samples: lost === 0 ? [] : [{ kind, sample: `${source} in the source, ${page} in the page` }],
  };
}

/** @param {readonly Image[]} source @param {readonly Image[]} page @param {string} text @returns {Comparison} */
function compareImages(source, page, text) {
  const left = [...page];
  // A placeholder for a value of the old site is no picture.
  const real = source.filter((image) => !/\{\{|%7b%7b/i.test(firstUrl(image)));
  const lost = real.filter((image) => {
    const at = left.findIndex((other) => image.urls.some((url) => isSameImage(url, other)));
    if (at >= 0) left.splice(at, 1);
    return at < 0 && !(image.symbol && image.alt !== "" && text.includes(image.alt));
  });
  return comparison("images", source.map(firstUrl), lost.map(firstUrl));
}

/** @param {string} url @param {Image} image */
function isSameImage(url, image) {
  if (image.urls.includes(url)) return true;
  if (url.startsWith("//") || url.startsWith("data:")) return false;
  // A path within the site may have got another beginning.
  const name = url.replace(/^.*\//, "");
  return image.urls.some((other) => !other.startsWith("//") && other.replace(/^.*\//, "") === name);
}

/** @param {readonly Image[]} source @param {readonly Image[]} page @param {string} text @returns {Comparison} */
function compareAlts(source, page, text) {
  const described = source.filter((image) => image.alt !== "");
  // Escapes in alt texts are where Markdown parsers differ, so letters decide.
  const letters = (/** @type {string} */ alt) => fold(alt).replace(/[\p{P}\p{S}]/gu, "");
  const alts = new Set(page.map((image) => letters(image.alt)));
  const shown = letters(text);
  const lost = described
    .map((image) => image.alt)
    .filter((alt) => !alts.has(letters(alt)) && !shown.includes(letters(alt)));
  return comparison(
    "alts",
    described.map((image) => image.alt),
    lost,
  );
}

/** @param {Image} image */
function firstUrl(image) {
  return image.urls[0] ?? "";
}

/** @param {Reading} before @param {Reading} after @returns {Comparison} */
function compareFormulas(before, after) {
  const shown = countValues(after.formulas.map((formula) => foldTex(formula.tex)));
  const text = foldTex(after.text);
  const pictures = new Set(after.images.flatMap((image) => image.urls));
  const lost = before.formulas.filter((formula) => {
    const tex = foldTex(formula.tex);
    const count = shown.get(tex) ?? 0;
    shown.set(tex, count - 1);
    if (count > 0) return false;
    const picture = formula.image?.replace(/^https?:/, "");
    return !text.includes(tex) && !(picture !== undefined && pictures.has(picture));
  });
  return comparison(
    "formulas",
    before.formulas.map((formula) => formula.tex),
    lost.map((formula) => formula.tex),
  );
}

/** A formula that the page shows as TeX, or as the old picture, is kept but not rendered. @param {Reading} before @param {Reading} after @returns {Comparison} */
function compareRendered(before, after) {
  const wanted = before.formulas.map(({ tex }) => tex).filter(needsRendering);
  const shown = after.formulas.filter(({ rendered }) => rendered === true).map(({ tex }) => foldTex(tex));
  return comparison("formulas rendered", wanted, missingFrom(wanted.map(foldTex), shown));
}

/** @param {readonly string[]} embeds @param {Reading} after @param {string} urls @returns {Comparison} */
function compareEmbeds(embeds, after, urls) {
  const targets = [...after.links.map((link) => link.href), ...after.embeds].join("\n");
  const lost = embeds.filter(
    (key) =>
      !targets.includes(key) && !(after.embeds.length > 0 && urls.includes(key)) && !targets.includes(embedKey(key)),
  );
  return comparison("embeds", embeds, lost);
}

/** Words that have lost the blank beside them: their letters are there, but not by themselves. @param {Reading} before @param {Reading} after @param {readonly string[]} pieces @param {boolean} liquid @param {string} title @returns {Comparison} */
function compareWords(before, after, pieces, liquid, title) {
  const visible = (/** @type {string} */ prose) =>
    liquid ? prose.replace(/\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}/g, " ") : prose;
  const words = latinWords(visible(before.prose));
  const shown = latinWords(visible(after.prose));
  const gone = pieces.join("\n");
  const alone = missingFrom(words, shown);
  const untitled = new Set(missingFrom(alone.map(lowerCase), latinWords(title).map(lowerCase)));
  const lost = alone.filter((word) => untitled.has(lowerCase(word)) && !gone.includes(word));
  // The page may show as code or formula what was bare text.
  return comparison("words", words, missingFrom(lost, missingFrom(latinWords(after.text), shown)));
}

/** @param {string} word */
function lowerCase(word) {
  return word.toLowerCase();
}
