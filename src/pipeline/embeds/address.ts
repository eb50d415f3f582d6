import type { Element } from "hast";
import { classList, findElement, hasClass, isElement, stringAttribute, visibleText } from "../../html/query.js";
import { parseWebUrl } from "../../html/urls.js";
import { pageOfId, recogniseKnown } from "./recognise.js";

/** The address of a frame, late-loading ones too. */
export function addressOfFrame(frame: Element): string | undefined {
  for (const name of ["src", "data-src", "data-lazy-src", "data-original", "data-mediaembed"]) {
    const address = stringAttribute(frame, name)?.trim();
    if (address && address !== "about:blank" && (name !== "data-mediaembed" || parseWebUrl(address))) return address;
  }
  return undefined;
}

/** Flash was written three times over, for three browsers: in `data`, in a parameter, and in an `embed` inside. */
export function addressOfObject(object: Element): string | undefined {
  const movie = findElement(
    object,
    (child) => child.tagName === "param" && /^(?:movie|src|url|filename)$/i.test(stringAttribute(child, "name") ?? ""),
  );
  const embed = findElement(object, (child) => isElement(child, "embed", "iframe"));
  return (
    stringAttribute(object, "data") ||
    (movie && stringAttribute(movie, "value")) ||
    (embed && stringAttribute(embed, "src"))
  );
}

/** A script that writes what it is about into the page, if we know its host: a gist is code that a reader would miss. */
export function addressOfScript(script: Element): string | undefined {
  const src = stringAttribute(script, "src")?.trim();
  if (!src) return undefined;
  const deck = stringAttribute(script, "data-id");
  if (deck && /speakerdeck\.com\/assets\/embed/.test(src)) return `https://speakerdeck.com/player/${deck}`;
  const url = parseWebUrl(src);
  const known = url && recogniseKnown(url);
  return known?.host && scriptHosts.has(known.key) ? src : undefined;
}

const scriptHosts = new Set(["gist", "gitlab", "asciinema", "jsfiddle", "runkit"]);

/** Elements of other names that scripts turn into players. */
export function addressOfPlaceholder(element: Element): string | undefined {
  const { tagName } = element;
  if (tagName === "oembed") return stringAttribute(element, "url");
  if (tagName === "asciinema-player") return stringAttribute(element, "src");
  const id = stringAttribute(element, "videoid") ?? stringAttribute(element, "data-videoid");
  return id ? pageOfId(tagName.replace(/^\w+-/, ""), id) : undefined;
}

/** Names of the elements that `addressOfPlaceholder` knows. */
export const placeholderTags = [
  "lite-youtube",
  "amp-youtube",
  "lite-vimeo",
  "amp-vimeo",
  "oembed",
  "asciinema-player",
] as const;

/** Boxes that say in an attribute, or in their text, what a script should show in them. */
export function addressOfBox(box: Element): string | undefined {
  for (const name of ["data-oembed-url", "data-oembed"]) {
    const address = stringAttribute(box, name);
    if (address && parseWebUrl(address)) return address;
  }
  if (hasClass(box, "fb-video") || hasClass(box, "fb-post")) return stringAttribute(box, "data-href");
  if (!classList(box).includes("wp-block-embed__wrapper")) return undefined;
  const text = visibleText(box).trim();
  return /^https?:\/\/\S+$/.test(text) ? text : undefined;
}
