import type { Element } from "hast";
import { classList, hasClass, stringAttribute } from "../../html/query.js";
import { type Outcome, UNWRAP } from "../../html/walk.js";
import type { Article } from "../article.js";
import type { Cleanup } from "../cleanup.js";
import { shortcodeSign } from "../shortcodes.js";

const name = "wordpress";

/** WordPress, by whatever way its posts came: the Jekyll exporter, exitwp or a saved page. */
export const wordpress: Cleanup = {
  name,
  detect: [
    "span.caps",
    'img[class*="wp-image-"]',
    'div[class*="wp-block-"]',
    'figure[class*="wp-block-"]',
    "div.wp-caption",
    "dl.wp-caption",
    "img.wp-smiley",
    'img[src*="/wp-content/"]',
    'a[href*="/wp-content/"]',
    'span[id^="more-"]',
    "dl.gallery-item",
    "figure.gallery-item",
    "div.tiled-gallery",
    "div.wp_syntax",
    "div.sharedaddy",
    "div.jp-relatedposts",
    'a[href*="feeds.wordpress.com/1.0/"]',
    shortcodeSign,
  ],
  remove: [
    "div.al2fb_like_button",
    "div.al2fb_comments_plugin",
    "div.jp-relatedposts",
    "div.wpcnt",
    'a[href*="feeds.wordpress.com/1.0/"]',
    'img[src*="stats.wordpress.com"]',
    'img[src*="pixel.wp.com"]',
    'span[id^="more-"]',
  ],
  unwrap: ["span.caps", "span.numbers", "span.amp", "span.quo", "span.dquo"],
  enter: { img: smiley, div: dropNumber, dl: captionList, dt: captionTerm, dd: captionText },
};

/** A smiley is text that was made a picture. */
function smiley(image: Element, article: Article): Outcome {
  if (!hasClass(image, "wp-smiley") && !hasClass(image, "emoji")) return undefined;
  const alt = stringAttribute(image, "alt")?.trim();
  if (!alt) return undefined;
  article.record(name, "replace", "smiley", { sample: alt });
  return [{ type: "text", value: alt }];
}

/** The number of a picture in the database is no place to link to. */
function dropNumber(box: Element): undefined {
  if (/^attachment_\d+$/.test(String(box.properties.id ?? ""))) delete box.properties.id;
}

/** A list for each picture; what stands in boxes is read by the step `captions`. */
function captionList(list: Element, article: Article): undefined {
  if (!hasClass(list, "wp-caption") && !hasClass(list, "gallery-item")) return;
  toFigure(list, article);
}

function toFigure(element: Element, article: Article): void {
  element.tagName = "figure";
  element.properties = {};
  article.record(name, "replace", "caption → figure");
}

function captionTerm(term: Element): Outcome {
  return classList(term).some((name) => name === "wp-caption-dt" || name === "gallery-icon") ? UNWRAP : undefined;
}

const captions = new Set(["wp-caption-text", "wp-caption-dd", "gallery-caption"]);

function captionText(text: Element): undefined {
  if (!classList(text).some((name) => captions.has(name))) return;
  text.tagName = "figcaption";
  text.properties = {};
}
