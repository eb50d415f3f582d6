import { attribute, classesOf } from "./tree.mjs";

/** @import { Element, Image } from "./model.d.ts" */

const LAZY = ["data-src", "data-original", "data-original-src", "data-actualsrc", "data-lazy-src", "data-echo", "_src"];
const TRACKERS =
  /feedburner\.com\/~|feeds\.wordpress\.com|feedsportal|scorecardresearch|assoc-amazon\.|amazon\.[a-z.]+\/e\/ir|quantserve|stats\.wordpress\.com|pixel\.wp\.com|google-analytics|blogger\.googleusercontent\.com\/tracker|doubleclick|amazon-adsystem|aggbug|statcounter|imp\.constantcontact/i;

/** The picture that an element shows, or undefined when there is none or it only counts visits. @param {Element} element @returns {Image | undefined} */
export function imageOf(element) {
  const lazy = LAZY.map((name) => attribute(element, name)?.trim()).filter((url) => url !== undefined && url !== "");
  const urls = [attribute(element, "src")?.trim(), ...lazy].filter((url) => url !== undefined && url !== "");
  const shown = /** @type {string[]} */ (urls);
  if (shown.length === 0 || isTracker(element, shown)) return undefined;
  return { urls: shown.map(imageKey), alt: attribute(element, "alt")?.trim() ?? "", symbol: isSymbol(element, shown) };
}

/** What a browser shows of a picture that has no address. @param {Element} element */
export function shownInstead(element) {
  const addressed = element.attrs.some(({ name }) => name === "src" || name === "srcset" || LAZY.includes(name));
  return element.tagName === "img" && !addressed ? (attribute(element, "alt")?.trim() ?? "") : "";
}

/** A URL without scheme, fragment and percent-coding, as images are compared. @param {string} url */
export function imageKey(url) {
  const bare = url
    .replace(/^(?:https?:)?\/\//i, "//")
    .replace(/#.*$/s, "")
    .replace(/[\t\n\r]/g, "");
  try {
    return decodeURI(bare).replace(/ /g, "%20");
  } catch {
    return bare;
  }
}

/** @param {Element} image @param {readonly string[]} urls */
function isTracker(image, urls) {
  const tiny = ["width", "height"].every((name) => /^[01](?:px)?$/.test(attribute(image, name) ?? ""));
  return tiny || urls.some((url) => TRACKERS.test(url));
}

/** @param {Element} image @param {readonly string[]} urls */
function isSymbol(image, urls) {
  const named = classesOf(image).some((name) => /^(?:wp-smiley|wlEmoticon.*|emoji|emoticon|smiley)$/.test(name));
  return named || urls.some((url) => /smil(?:ey|ies)|emoticon|\/emoji\//i.test(url));
}
