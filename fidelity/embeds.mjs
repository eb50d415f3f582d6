import { attribute, childrenOf, elementsIn, isElement } from "./tree.mjs";

/** @import { Element } from "./model.d.ts" */

const NO_CONTENT =
  /amazon-adsystem|rcm(?:-\w+)?\.amazon|assoc-amazon|googlesyndication|doubleclick|adservice|facebook\.com\/plugins|platform\.twitter\.com\/widgets\/(?:tweet_button|follow)|addthis|disqus|googletagmanager|google-analytics|^about:|^javascript:|^data:/i;

const SCRIPTS_OF_CONTENT =
  /gist\.github\.com\/|speakerdeck\.com\/assets|asciinema\.org\/a\/|jsfiddle\.net\/.+\/embed|screenr|polldaddy\.com\/p/i;

/** What an element brings in from elsewhere (video, slides, gist …) as the key by which it is known again, if it is content. @param {Element} element */
export function embedOf(element) {
  const url = embedUrl(element)?.trim();
  if (!url || NO_CONTENT.test(url)) return undefined;
  return embedKey(url);
}

/** The id of a known service, or the URL without scheme and query. @param {string} url */
export function embedKey(url) {
  const id =
    /youtube(?:-nocookie)?\.com\/(?:embed\/videoseries|playlist)\?(?:.*&)?list=([\w-]+)/i.exec(url) ??
    /(?:youtube(?:-nocookie)?\.com\/(?:embed\/|v\/|watch\?(?:.*&)?v=)|youtu\.be\/|ytimg\.com\/vi\/)([\w-]{6,})/i.exec(
      url,
    ) ??
    /vimeo\.com\/(?:video\/|moogaloop\.swf\?(?:.*&)?clip_id=)?(\d{4,})/i.exec(url) ??
    /gist\.github\.com\/((?:[\w-]+\/)?\w+)/i.exec(url) ??
    /(?:open\.spotify\.com|dailymotion\.com|codepen\.io|archive\.org|loom\.com|ted\.com|codesandbox\.io)\/.*?([\w-]{4,})\/?(?:[?#]|$)/i.exec(
      url,
    ) ??
    /(flickr\.com\/photos\/[^?]+?)\/(?:player\/?)?(?:[?#]|$)/i.exec(url) ??
    /v\.qq\.com\/.*?(?:vid=|page\/)(\w+)/i.exec(url) ??
    /bilibili\.com\/.*?(?:aid=|bvid=|video\/)(\w+)/i.exec(url);
  return (id?.[1] ?? url.replace(/^(?:https?:)?\/\//i, "").replace(/[?#].*$/, "")).replace(/\.js$/, "");
}

/** @param {Element} element */
function embedUrl(element) {
  switch (element.tagName) {
    case "iframe":
      return attribute(element, "data-mediaembed") && !attribute(element, "src")
        ? undefined
        : (attribute(element, "src") ?? attribute(element, "data-src"));
    case "embed":
      return attribute(element, "src");
    case "object":
      return objectUrl(element);
    case "script": {
      const src = attribute(element, "src") ?? "";
      return SCRIPTS_OF_CONTENT.test(src) ? src : undefined;
    }
    case "video":
    case "audio":
      return attribute(element, "src") ?? sourceOf(element);
    default:
      return undefined;
  }
}

/** @param {Element} object */
function objectUrl(object) {
  // An embed inside says the same and is counted by itself.
  for (const element of elementsIn(object))
    if (element.tagName === "embed" || element.tagName === "iframe") return undefined;
  const own = attribute(object, "data");
  if (own) return own;
  for (const element of elementsIn(object)) {
    if (element.tagName === "param" && /^(?:movie|src)$/i.test(attribute(element, "name") ?? ""))
      return attribute(element, "value");
  }
  return undefined;
}

/** @param {Element} media */
function sourceOf(media) {
  for (const child of childrenOf(media))
    if (isElement(child) && child.tagName === "source") return attribute(child, "src");
  return undefined;
}
