/*
 * The pieces that kramdown's patterns are made of. `^` always means the beginning of a line (flag `m`), and patterns are
 * sticky: they are tried at one place.
 */

export const name =
  "(?:[_A-Za-z\\u0080-\\uffff][-\\w.\\u0080-\\uffff]*:)?[_A-Za-z\\u0080-\\uffff][-\\w.\\u0080-\\uffff]*";

const indent = " {0,3}";
const anyInList = "(?:\\\\\\}|[^}])";
const idName = "\\w[\\w-]*";
const spanNames =
  "a abbr acronym b big bdo br button cite code del dfn em i img input ins kbd label mark option q rb rbc rp rt rtc ruby samp select small span strong sub sup tt u var script";

const blank = "(?:^\\s*\\n)+";
const listBlock = `\\{:(?!:|\\/)(${anyInList}+)\\}\\s*?\\n`;
const listBlockUncaught = `\\{:(?!:|\\/)${anyInList}+\\}\\s*?\\n`;
const notSpan = `(?!(?:${spanNames.split(" ").join("|")})\\b)`;
export const htmlStart = `<${notSpan}${name}`;
export const htmlStop = `<\\/${notSpan}${name}\\s*>`;
const endMarker = "^\\^\\s*?\\n";
const end = "(?![\\s\\S])";
const tail = "[\\t| ].*?\\n";
const listStart = `^(?:${indent}[+*-]|${indent}\\d+\\.)${tail}`;
const lazyEnd = `${blank}|^${indent}${listBlockUncaught}|${endMarker}|^${indent}${htmlStop}|^${indent}${htmlStart}|${end}`;
const fence = "^[ ]{0,3}[~`]{3,}";
const codeIndent = "^(?:\\t| {4})";
export const codeLines = `(?:(?:${blank})?(?:${codeIndent}[ \\t]*\\S.*\\n)+(?:(?!^${indent}${listBlockUncaught}|${endMarker}|^${indent}${htmlStop}|^${indent}${htmlStart})^[ \\t]*\\S.*\\n)*)*`;

/** A pattern that is tried at one place, which counts as the beginning of a line even in the middle of one. */
export const sticky = (source: string): RegExp => new RegExp(source.replace(/(^|\||\(\?:|\(\?!|\()\^/g, "$1"), "ym");

export const patterns = {
  blank: sticky(blank),
  endMarker: sticky(endMarker),
  codeStart: sticky(codeIndent),
  codeBlock: sticky(codeLines),
  fenceStart: sticky(fence),
  fenced: sticky(
    "^[ ]{0,3}(([~`]){3,})[^\\S\\n]*?((\\S+?)(?:\\?\\S*)?)?[^\\S\\n]*?\\n([\\s\\S]*?)^[ ]{0,3}\\1\\2*[^\\S\\n]*?\\n",
  ),
  quoteStart: sticky(`^${indent}> ?`),
  atxHeader: sticky("^(#{1,6})[\\t ]+(.*)\\n"),
  setextHeader: sticky(`^${indent}([^ \\t].*)\\n([-=])[-=]*[ \\t\\r\\f\\v]*\\n`),
  rule: sticky(`^${indent}(\\*|-|_)[ \\t]*\\1[ \\t]*\\1(?:\\1|[ \\t])*\\n`),
  listStart: sticky(`^(?:(${indent}[+*-])(${tail})|(${indent}\\d+\\.)(${tail}))`),
  bulletStart: sticky(`^(${indent}[+*-])(${tail})`),
  numberStart: sticky(`^(${indent}\\d+\\.)(${tail})`),
  definitionStart: sticky(`^(${indent}:)(${tail})`),
  htmlBlockStart: sticky(`^${indent}<(?:${name}|!--|\\/)`),
  mathBlock: sticky(`^${indent}(\\\\)?\\$\\$([\\s\\S]*?)\\$\\$(\\s*?\\n)?`),
  footnoteDefinition: sticky(`^${indent}\\[\\^(${idName})\\]:[^\\S\\n]*?(.*?\\n${codeLines})`),
  linkDefinition: sticky(
    `^${indent}\\[([^\\n\\]]+)\\]:[ \\t]*(?:<(.*?)>|([^\\n]*?\\S[^\\n]*?))(?:(?:[ \\t]*?\\n|[ \\t]+?)[ \\t]*?(["'])(.+?)\\4)?[ \\t]*?\\n`,
  ),
  abbreviation: sticky(`^${indent}\\*\\[(.+?)\\]:(.*?)\\n`),
  extensionStart: sticky(`^${indent}\\{:`),
  line: sticky("^.*?\\n"),
  lazyEnd: sticky(lazyEnd),
  paragraphEnd: sticky(`${lazyEnd}|${listStart}|^#{1,6}[\\t ]+.*\\n|^${indent}:${tail}|^${indent}> ?|${fence}`),
  boundary: sticky(`${blank}|${endMarker}|^${indent}${listBlockUncaught}|${end}`),
  listBlock: sticky(`^${indent}${listBlock}`),
  definition: sticky(`^${indent}\\{:(${idName}):(${anyInList}+)\\}\\s*?\\n`),
  extensionBlock: sticky(`^${indent}(?:\\{::(\\w+)(?:\\s(${anyInList}*?)|)(\\/)?\\}|\\{:\\/(${idName})?\\})\\s*?\\n`),
  extensionSpan: sticky(`\\{::(\\w+)(?:\\s(${anyInList}*?)|)(\\/)?\\}|\\{:\\/(${idName})?\\}`),
  listSpan: sticky(`\\{:(${anyInList}+)\\}`),
  comment: sticky("<!--([\\s\\S]*?)-->"),
  instruction: sticky("<\\?([\\s\\S]*?)\\?>"),
  tag: sticky(`<(${name})\\s*((?:\\s+${name}(?:\\s*=\\s*(?:[\\w\\u0080-\\uffff]+|"[^"]*"|'[^']*'))?)*)\\s*(\\/)?>`),
  closingTag: sticky(`<\\/(${name})\\s*>`),
  trailingSpace: sticky("[ \\t]*\\n"),
} as const;

export const itemList = new RegExp(`^\\s*(?:\\{:(?!(?:${idName})?:|\\/)(${anyInList}+)\\})\\s*`);
export const onlyItemList = new RegExp(`^(?:\\s*(?:\\{:(?!(?:${idName})?:|\\/)${anyInList}+\\})\\s*)?\\s*\\n`);
export const notSpanHtml = `${htmlStop}|${htmlStart}`;
export const listBlockInner = listBlockUncaught;

/** Lines that belong to a list item whose text is indented by so many columns. */
export interface ItemPatterns {
  readonly content: RegExp;
  readonly lazy: RegExp;
  readonly indent: RegExp;
}

const itemPatterns = new Map<number, ItemPatterns>();

export function itemPatternsFor(columns: number): ItemPatterns {
  const known = itemPatterns.get(columns);
  if (known) return known;
  const [tabs, rest] = [Math.floor(columns / 4), columns % 4];
  const made = {
    content: sticky(`^(?:(?:\\t| {4}){${tabs}} {${rest}}|(?:\\t| {4}){${tabs + 1}}).*\\S.*\\n`),
    lazy: sticky(`(?!^ {0,${Math.min(columns, 3)}}(?:${listBlockUncaught}|${notSpanHtml})).*\\S.*\\n`),
    indent: new RegExp(`^ {${columns}}`),
  };
  itemPatterns.set(columns, made);
  return made;
}

/** The start of a further item of a list whose items are indented by so many columns. */
export function nextItemPattern(marker: string, columns: number): RegExp {
  const spaces = columns >= 1 && columns <= 3 ? columns - 1 : 3;
  return sticky(`^( {0,${spaces}}${marker})(${tail})`);
}
