import type { Element } from "hast";
import { element as create } from "../../html/create.js";
import { isBlank, stringAttribute } from "../../html/query.js";
import type { ElementTable, Outcome } from "../../html/walk.js";
import type { Article } from "../article.js";
import type { Cleanup } from "../cleanup.js";

const name = "wechat";

/** What WeChat's own elements show, by the attributes that say it; the first is what it is called. */
const cards: Readonly<Record<string, readonly string[]>> = {
  mpvoice: ["name"],
  "mp-common-mpaudio": ["name", "author"],
  qqmusic: ["music_name", "singer"],
  mpprofile: ["data-nickname", "data-signature"],
  "mp-common-profile": ["data-nickname", "data-signature"],
  "mp-common-miniprogram": ["data-miniprogram-title", "data-miniprogram-nickname"],
  "mp-miniprogram": ["data-miniprogram-title", "data-miniprogram-nickname"],
  "mp-weapp": ["data-miniprogram-title", "data-miniprogram-nickname"],
  "mp-common-product": ["data-title", "data-name"],
  "mp-common-videosnap": ["data-nickname", "data-desc"],
  mpvideosnap: ["data-nickname", "data-desc"],
  "mp-common-poi": ["data-name", "data-address"],
  mpcps: ["data-title"],
};

/** Articles of WeChat, whose box is hidden until its script has run and whose pictures load late. */
export const wechat: Cleanup = {
  name,
  detect: [
    "div#js_content",
    "section#js_content",
    "div.rich_media_content",
    'img[data-src*="mmbiz.qpic.cn"]',
    "section[data-tool]",
    ...Object.keys(cards),
  ],
  remove: ["mp-style-type"],
  unwrap: ["div#js_content", "section#js_content"],
  enter: {
    img: lateImage,
    ...(Object.fromEntries(Object.keys(cards).map((tag) => [tag, nameCard])) as ElementTable<Article>),
  },
};

function lateImage(image: Element): undefined {
  const late = stringAttribute(image, "data-src");
  const src = stringAttribute(image, "src");
  if (late && (!src || src.startsWith("data:"))) image.properties.src = late;
}

/** A script draws these; what it would show of them is their name and a line about them. */
function nameCard(card: Element, article: Article): Outcome {
  if (!isBlank(card)) return undefined;
  const [title, ...others] = cards[card.tagName]!.map((key) => decoded(stringAttribute(card, key))).filter(Boolean);
  if (!title) return undefined;
  article.record(name, "replace", `${card.tagName} → its name`, { sample: title });
  const address = stringAttribute(card, "data-url");
  const shown = /^https?:/.test(address ?? "") ? create("a", { href: address! }, [title]) : title;
  return [create("p", {}, [shown, ...others.map((other) => `：${other}`)])];
}

/** WeChat escapes these once more. */
function decoded(value: string | undefined): string {
  return (value ?? "")
    .replace(/&nbsp;/g, " ")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, "&")
    .trim();
}
