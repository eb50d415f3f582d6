import type { Element } from "hast";
import { headingTags } from "../../html/content-model.js";
import { element as create } from "../../html/create.js";
import { classList, isBlank, isElement, stringAttribute } from "../../html/query.js";
import { type Outcome, type Place, REMOVE, UNWRAP } from "../../html/walk.js";
import type { Article } from "../article.js";
import { isKeptClass } from "../sanitize-schema.js";
import type { Step } from "../step.js";
import { isLeftOpen, isNoLink, nameToId } from "./anchors.js";
import { labelsOf } from "./drawings.js";
import { checkbox, choices } from "./form-fields.js";
import { type Meaning, readStyle } from "./style.js";

/** What a page's looks mean becomes an element or a class; the looks themselves go. */
export const presentation: Step = {
  name: "presentation",
  visitor: { enter: { "*": present } },
};

/** Old and wrapping elements by the name that they go on under. */
const newNames = new Map(
  Object.entries({
    b: "strong",
    i: "em",
    strike: "del",
    s: "del",
    tt: "code",
    acronym: "abbr",
    dir: "ul",
    menu: "ul",
    center: "div",
    textarea: "pre",
    legend: "p",
    ...Object.fromEntries(
      "article section header footer main nav aside form fieldset hgroup address search dialog"
        .split(" ")
        .map((name) => [name, "div"]),
    ),
  }),
);

const plainTags = new Set("font big nobr blink marquee layer basefont label button canvas body html".split(" "));

/** Nothing that a reader sees. */
const unseenTags = new Set("link meta noscript template title head base param script style".split(" "));
/** What owners who trust their posts may want. */
const trustedTags = new Set(["script", "style"]);

/** Elements between whose tags only elements of their own kind may stand. */
const structureTags = new Set("table thead tbody tfoot tr colgroup col ul ol dl img hr br input svg".split(" "));

function present(element: Element, article: Article, place: Place): Outcome {
  const { tagName, properties } = element;
  if (unseenTags.has(tagName) && (article.options.sanitize || !trustedTags.has(tagName))) {
    article.record("presentation", "remove", tagName);
    return REMOVE;
  }
  if (isHidden(element)) {
    article.record("presentation", "remove", "hidden", { lost: element });
    return REMOVE;
  }
  if (tagName === "input") return checkbox(element, article);
  if (tagName === "select" && article.options.sanitize) return choices(element, article);
  if (tagName === "svg") return labelsOf(element, article);
  if (tagName === "a") nameToId(element);
  if (tagName === "div") dropRole(element);
  if (properties.dir !== undefined) dropUsualDirection(element, article, place);
  rename(element, article);
  if (properties.className !== undefined) keepClasses(element);
  const unwrapped = takeLooks(element, article, place) || isMeaningless(element, place);
  if (!unwrapped) return undefined;
  article.record("presentation", "unwrap", tagName);
  return UNWRAP;
}

function isHidden({ properties }: Element): boolean {
  if (properties.hidden !== undefined && properties.hidden !== null && properties.hidden !== false) return true;
  const { style } = properties;
  return typeof style === "string" && style.includes("none") && /(?:^|[\s;])display\s*:\s*none/i.test(style);
}

/** Buttons and regions were for the scripts of the old page. */
function dropRole({ properties }: Element): void {
  delete properties.role;
  delete properties.tabIndex;
  delete properties.ariaLabel;
}

const rightToLeft = /^(?:ar|fa|he|iw|ur|yi|ps|sd|ug|dv)\b/i;

/** Editors write `dir="ltr"` on each paragraph; it tells something only within what runs the other way. */
function dropUsualDirection({ properties }: Element, { document, options }: Article, { parents }: Place): void {
  if (String(properties.dir).toLowerCase() !== "ltr" || rightToLeft.test(document.frontMatter.lang ?? options.lang))
    return;
  if (parents.some((parent) => parent.type === "element" && parent.properties.dir !== undefined)) return;
  delete properties.dir;
}

function rename(element: Element, article: Article): void {
  const { tagName } = element;
  const name = newNames.get(tagName);
  if (!name || (tagName === "section" && classList(element).includes("footnotes"))) return;
  element.tagName = name;
  if (tagName === "center") addClass(element, "align-center");
  article.record("presentation", "replace", `${tagName} → ${name}`);
}

function keepClasses(element: Element): void {
  const kept = classList(element).filter(isKeptClass);
  if (kept.length > 0) element.properties.className = kept;
  else delete element.properties.className;
}

export function addClass(element: Element, name: string): void {
  const classes = classList(element);
  if (!classes.includes(name)) element.properties.className = [...classes, name];
}

const inlineNames: Readonly<Record<Meaning, string>> = {
  bold: "strong",
  italic: "em",
  deleted: "del",
  underlined: "u",
  raised: "sup",
  lowered: "sub",
};

/** Reads `style` and `align` into elements and classes. `true`: the element's own meaning was taken back by its style. */
function takeLooks(element: Element, article: Article, place: Place): boolean {
  const { properties, tagName } = element;
  if (properties.style === undefined && properties.align === undefined) return false;
  const style = readStyle(typeof properties.style === "string" ? properties.style : "");
  const align = style.align ?? stringAttribute(element, "align")?.toLowerCase();
  delete properties.style;
  if (tagName !== "img") delete properties.align;
  if ((align === "center" || align === "right") && alignable.has(tagName)) addClass(element, `align-${align}`);
  const opposite =
    tagName === "strong" ? "bold" : tagName === "em" ? "italic" : tagName === "u" ? "underlined" : undefined;
  if (opposite && style.without.includes(opposite)) return true;
  for (const meaning of style.meanings) {
    const name = inlineNames[meaning];
    if (structureTags.has(element.tagName) || isSaid(meaning, name, element, place)) continue;
    article.record("presentation", "replace", `style → ${name}`);
    if (element.tagName === "span" || element.tagName === "font") element.tagName = name;
    else element.children = [create(name, {}, element.children)];
  }
  return false;
}

const alignable = new Set("p div h1 h2 h3 h4 h5 h6 td th li figure caption figcaption blockquote".split(" "));

/** Elements in which a meaning says nothing new. */
const saidBy: Readonly<Record<Meaning, readonly string[]>> = {
  bold: [...headingTags, "th", "strong", "pre"],
  italic: ["em", "cite", "pre"],
  deleted: ["del", "pre"],
  underlined: [...headingTags, "a", "u", "pre"],
  raised: ["sup", "pre"],
  lowered: ["sub", "pre"],
};

function isSaid(meaning: Meaning, name: string, element: Element, place: Place): boolean {
  if (element.children.length === 0) return true;
  const sayers = saidBy[meaning];
  if (sayers.includes(element.tagName)) return true;
  if (place.parents.some((parent) => parent.type === "element" && sayers.includes(parent.tagName))) return true;
  // Of an element that holds nothing else, and of a link.
  const [only, ...others] = element.children.filter((child) => !isBlank(child));
  if (!only || others.length > 0 || only.type !== "element") return only === undefined;
  return only.tagName === name || (meaning === "underlined" && only.tagName === "a");
}

/** Said twice they mean no more than once; raised twice may be meant. */
const idempotent = new Set(["strong", "em", "del", "u", "ins", "code", "mark", "small"]);

function isMeaningless(element: Element, place: Place): boolean {
  const { tagName } = element;
  if (plainTags.has(tagName) || tagName.includes(":")) return true;
  if (tagName === "span") return !isTelling(element);
  if (tagName === "a") return isNoLink(element) || isLeftOpen(element, place);
  if (!idempotent.has(tagName) || element.properties.id !== undefined) return false;
  const parent = place.parents.at(-1);
  if (tagName === "strong" && isElement(parent, ...headingTags)) return isAllOf(element, parent);
  return place.parents.some((around) => around.type === "element" && around.tagName === tagName);
}

function isAllOf(element: Element, parent: Element): boolean {
  return parent.children.every((child) => child === element || isBlank(child));
}

function isTelling({ properties }: Element): boolean {
  if (properties.id !== undefined || properties.className !== undefined || properties.title !== undefined) return true;
  if (String(properties.dir ?? "").toLowerCase() === "rtl") return true;
  // Word marks every change of script; what says something is another language than those two.
  const { lang } = properties;
  return typeof lang === "string" && lang !== "" && !/^(?:zh|en)\b/i.test(lang);
}
