import type { Element } from "hast";
import { element as create } from "../../html/create.js";
import { classList, findElement, isBlank, isElement, stringAttribute, visibleText } from "../../html/query.js";
import { parseWebUrl, schemeOf } from "../../html/urls.js";
import { type ElementHandler, type Outcome, type Place, REMOVE, UNWRAP } from "../../html/walk.js";
import type { Article } from "../article.js";
import {
  addressOfBox,
  addressOfFrame,
  addressOfObject,
  addressOfPlaceholder,
  addressOfScript,
  placeholderTags,
} from "../embeds/address.js";
import { isAdvertisement } from "../embeds/advertisements.js";
import { embedFigure, embedLink } from "../embeds/figure.js";
import { type Embed, recogniseEmbed } from "../embeds/recognise.js";
import { missingWords } from "../missing.js";
import type { Step } from "../step.js";

const name = "embeds";

/**
 * What other sites would show in a frame becomes a visible link: no request to them before a reader asks for it. What has
 * no address leaves its fallback behind, and is recorded.
 */
export const embeds: Step = {
  name,
  visitor: {
    enter: {
      iframe: (element, article, place) => replace(addressOfFrame(element), element, article, place),
      frame: (element, article, place) => replace(addressOfFrame(element), element, article, place),
      embed: (element, article, place) => replace(addressOfFrame(element), element, article, place),
      object: (element, article, place) => replace(addressOfObject(element), element, article, place),
      script: ifKnown(addressOfScript),
      div: ifKnown(addressOfBox),
      blockquote: quotedPost,
      ...Object.fromEntries(placeholderTags.map((tagName) => [tagName, ifKnown(addressOfPlaceholder)])),
      video: playOnDemand,
      audio: playOnDemand,
      a: withoutForgery,
      figure: withoutForgery,
    },
  },
};

/** Elements that are an embed only if they say so. */
function ifKnown(addressOf: (element: Element) => string | undefined): ElementHandler<Article> {
  return (element, article, place) => {
    const address = addressOf(element);
    return address === undefined ? undefined : replace(address, element, article, place);
  };
}

function replace(src: string | undefined, element: Element, article: Article, place: Place): Outcome {
  const address = src?.trim();
  if (!address) return withoutAddress(element, article);
  if (isAdvertisement(address)) {
    article.record(name, "remove", "advertisement or button", { sample: address });
    return REMOVE;
  }
  const embed = recogniseEmbed(address) ?? localPage(address);
  if (!embed) {
    article.record(name, "remove", `${element.tagName} that is no web page`, { sample: address });
    return REMOVE;
  }
  article.record(name, "replace", `${element.tagName} → ${embed.host?.name ?? "link"}`, { sample: embed.page });
  return [embedFigure(embed, titleOf(element), article, place.parents)];
}

/** A page of the site itself. */
function localPage(address: string): Embed | undefined {
  return schemeOf(address) === undefined ? { key: "page", page: address } : undefined;
}

function titleOf(element: Element): string | undefined {
  if (element.tagName === "div") return visibleText(element);
  return stringAttribute(element, "title") ?? stringAttribute(element, "playlabel");
}

function withoutAddress(element: Element, article: Article): Outcome {
  const rule = `${element.tagName} without an address`;
  if (element.tagName === "object") {
    if (element.children.every(isBlank)) return [missingFilm(element, article)];
    article.record(name, "unwrap", rule);
    return UNWRAP;
  }
  article.record(name, "remove", rule, { sample: stringAttribute(element, "srcdoc") ?? "" });
  return REMOVE;
}

/** Blogger kept the films that were given to it behind a number. */
function missingFilm(element: Element, article: Article): Element {
  article.record(name, "replace", `${element.tagName} without an address`, {
    sample: String(element.properties.id ?? ""),
  });
  return create("p", {}, [create("em", {}, [`[${missingWords("video", article)}]`])]);
}

const quoters = new Set([
  "twitter-tweet",
  "twitter-video",
  "instagram-media",
  "tiktok-embed",
  "reddit-card",
  "bluesky-embed",
]);

/** A post of another site is quoted already, for the time before its script has run; now it is all there is, with a link to it. */
function quotedPost(quotation: Element, article: Article): undefined {
  const kind = classList(quotation).find((className) => quoters.has(className));
  if (!kind) return;
  article.record(name, "replace", `blockquote.${kind} → quotation`);
  const address = stringAttribute(quotation, "data-instgrm-permalink") ?? stringAttribute(quotation, "cite");
  const embed = address ? recogniseEmbed(address) : undefined;
  if (!embed || holdsLink(quotation)) return;
  quotation.children = [...quotation.children, create("p", {}, [embedLink(embed, undefined, article)])];
}

function holdsLink(quotation: Element): boolean {
  const link = findElement(
    quotation,
    (inner) => inner.tagName === "a" && /^https?:/.test(stringAttribute(inner, "href") ?? ""),
  );
  return link !== undefined && visibleText(link).trim() !== "";
}

/** A film from elsewhere plays here, but nothing of it is loaded before a reader asks for it. */
function playOnDemand(media: Element): undefined {
  media.properties.controls = true;
  const sources = [media, ...media.children.filter((child) => isElement(child, "source"))] as Element[];
  const isRemote = sources.some((source) => parseWebUrl(stringAttribute(source, "src") ?? ""));
  if (isRemote) media.properties.preload = "none";
}

/** What a post says about players is not believed. */
function withoutForgery({ properties }: Element): undefined {
  delete properties.dataPlayer;
  delete properties.dataEmbed;
}
