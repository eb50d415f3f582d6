import type { Element } from "hast";
import { classList, stringAttribute } from "../../html/query.js";

const classes = /^(?:emoji|g-emoji|emoticon|smiley|wp-smiley|wlEmoticon.*)$/;
const places =
  /s\.w\.org\/images\/core\/emoji|twemoji|\/emoji\/|\/emojis\/|\/smil(?:ey|ies)|\/emoticons?\/|emotion_panel|\/face\/\d+\.(?:gif|png)$/i;

/** Whether a picture stands for a character or a smiley in running text. */
export function isSymbol(image: Element): boolean {
  return classList(image).some((name) => classes.test(name)) || places.test(stringAttribute(image, "src") ?? "");
}

/** What such a picture says: its `alt`, or the character that its file is named after. */
export function textOfSymbol(image: Element): string | undefined {
  const alt = stringAttribute(image, "alt")?.trim();
  const named = /\/((?:[0-9a-f]{4,5})(?:-[0-9a-f]{4,5})*)\.(?:png|svg)/i.exec(stringAttribute(image, "src") ?? "")?.[1];
  if (alt && (!named || !/^:\w+:$/.test(alt))) return alt;
  const points = named?.split("-").map((hex) => Number.parseInt(hex, 16)) ?? [];
  if (points.length > 0 && points.every((point) => point > 0xa0 && point < 0x110000))
    return String.fromCodePoint(...points);
  return alt || undefined;
}
