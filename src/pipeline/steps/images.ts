import type { Element, RootContent } from "hast";
import { text } from "../../html/create.js";
import { findElement, isBlank, isElement, stringAttribute } from "../../html/query.js";
import { parseSrcset, printSrcset } from "../../html/srcset.js";
import { webHost } from "../../html/urls.js";
import { type Outcome, type Place, REMOVE, UNWRAP } from "../../html/walk.js";
import type { Article } from "../article.js";
import { isCounter } from "../pictures/counters.js";
import { sizeOf } from "../pictures/size.js";
import { loadNow } from "../pictures/source.js";
import { isSymbol, textOfSymbol } from "../pictures/symbol.js";
import type { Step } from "../step.js";
import { addClass } from "./presentation.js";

const name = "images";

/** Pictures load when they are needed, hold their place, tell foreign hosts nothing about the page, and have an `alt`. */
export const images: Step = {
  name,
  visitor: {
    enter: {
      img: tidy,
      source: (source) => {
        loadNow(source);
        tidySet(source);
        return undefined;
      },
      noscript: showFallback,
    },
  },
};

function tidy(image: Element, article: Article, place: Place): Outcome {
  loadNow(image);
  tidySet(image);
  const { properties } = image;
  const size = sizeOf(image);
  if (isCounter(image, size)) {
    article.record(name, "remove", "tracking pixel", { sample: String(properties.src ?? "") });
    return REMOVE;
  }
  if (isSymbol(image)) {
    const said = textOfSymbol(image);
    if (said) {
      article.record(name, "replace", "symbol → text", { sample: said });
      return [text(said)];
    }
    properties.className = ["emoji"];
  }
  if (!properties.src) return withoutSource(image, article);
  centre(image, place);
  properties.alt ??= "";
  properties.loading = "lazy";
  properties.decoding = "async";
  if (webHost(String(properties.src))) properties.referrerPolicy = "no-referrer";
  delete properties.width;
  delete properties.height;
  Object.assign(properties, size);
  return undefined;
}

/** Only what browsers understand; the first address of a set is better than none. */
function tidySet(image: Element): void {
  const { properties } = image;
  const written = stringAttribute(image, "srcset");
  const candidates = written === undefined ? [] : parseSrcset(written);
  if (candidates.length > 0) properties.srcSet = printSrcset(candidates);
  else {
    delete properties.srcSet;
    delete properties.sizes;
  }
  if (image.tagName === "img" && !properties.src && candidates[0]) properties.src = candidates[0].url;
}

/** Of a picture without an address its `alt` is all there is. */
function withoutSource(image: Element, article: Article): Outcome {
  const alt = stringAttribute(image, "alt")?.trim() ?? "";
  article.record(name, alt ? "replace" : "remove", "picture without an address", { sample: alt });
  return alt ? [text(alt)] : REMOVE;
}

/** CSDN writes the place of a picture behind its address, others into its style or class; a lone one gives it to its paragraph. */
function centre(image: Element, place: Place): void {
  const { properties } = image;
  const src = String(properties.src);
  const bare = src.replace(/#pic_(?:center|left|right)\b.*$/, "");
  properties.src = bare;
  const style = stringAttribute(image, "style") ?? "";
  const isCentred =
    src.slice(bare.length).startsWith("#pic_center") ||
    /\baligncenter\b/.test(stringAttribute(image, "class") ?? "") ||
    /^(?:center|middle)$/i.test(stringAttribute(image, "align") ?? "") ||
    (/display\s*:\s*block/i.test(style) && /margin(?:-left)?\s*:[^;]*\bauto/i.test(style));
  const parent = place.parents.at(-1);
  if (!isCentred || !isElement(parent, "p", "div", "figure")) return;
  if (parent.children.every((child) => child === image || isBlank(child))) addClass(parent, "align-center");
}

/** Without scripts a reader sees what is in `noscript`: a picture or frame that nothing beside it shows. */
function showFallback(fallback: Element, _article: Article, place: Place): Outcome {
  const isContent = findElement(fallback, (inner) => isElement(inner, "img", "iframe")) !== undefined;
  const siblings = place.parents.at(-1)!.children as readonly RootContent[];
  const before = siblings.slice(0, place.index).findLast((node) => isElement(node));
  const after = siblings.slice(place.index + 1).find((node) => isElement(node));
  const isBeside = [before, after].some((node) => node !== undefined && showsPicture(node));
  return isContent && !isBeside ? UNWRAP : undefined;
}

/** The late-loading twin of what is in `noscript` stands right beside it, if there is one. */
function showsPicture(node: RootContent): boolean {
  if (isElement(node, "a")) return node.children.some(showsPicture);
  return isElement(node, "img", "picture", "iframe");
}
