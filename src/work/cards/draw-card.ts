import { createHash } from "node:crypto";
import { escapeHtml } from "../../lib/escape.js";
import { cardSize } from "../../model/card.js";
import type { CardSettings } from "../../model/config.js";
import type { Sharp } from "../images/load-sharp.js";

/** What stands on a card. */
export interface CardText {
  readonly title: string;
  /** The name of the site. */
  readonly site: string;
}

const margin = 80;
const colours = { ground: "#fbfaf7", text: "#24221f", muted: "#66625b" };

/** Pixels that the title may be high, and its sizes, the largest first: the first that fits is taken. */
const TITLE_HEIGHT = 330;
const titleSizes = [88, 72, 60, 50, 42];

/**
 * Draws a card as PNG: the title, the name of the site, and a stroke whose colour follows from the title. Pango breaks the
 * lines, Chinese ones as well, and takes a glyph that the font lacks from another one of the machine.
 */
export async function drawCard(sharp: Sharp, { title, site }: CardText, font: CardSettings): Promise<Buffer> {
  const heading = await drawTitle(sharp, title, font);
  const name = await drawText(sharp, site, colours.muted, 32, font);
  const hue = Math.round((createHash("sha256").update(title).digest()[0]! / 256) * 360);
  const stroke = { create: { width: 96, height: 10, channels: 3, background: `hsl(${hue}, 30%, 50%)` } };
  const bottom = cardSize.height - margin;
  return sharp({ create: { ...cardSize, channels: 3, background: colours.ground } })
    .composite([
      { input: stroke, left: margin, top: margin },
      { input: heading.data, left: margin, top: margin + 50 },
      ...(name ? [{ input: name.data, left: margin, top: bottom - name.info.height }] : []),
    ])
    .removeAlpha()
    .png({ palette: true, effort: 1 })
    .toBuffer();
}

async function drawTitle(sharp: Sharp, title: string, font: CardSettings) {
  for (const size of titleSizes) {
    const drawn = await drawText(sharp, title, colours.text, size, font, "bold");
    if (drawn && drawn.info.height <= TITLE_HEIGHT) return drawn;
  }
  const characters = Array.from(title);
  return drawTitle(sharp, `${characters.slice(0, Math.ceil(characters.length * 0.7)).join("")}…`, font);
}

/** Nothing for a text without letters: Pango makes no picture of it. */
async function drawText(
  sharp: Sharp,
  text: string,
  colour: string,
  size: number,
  font: CardSettings,
  weight = "normal",
) {
  if (!/\S/.test(text)) return undefined;
  const input = {
    text: `<span foreground="${colour}">${escapeHtml(text)}</span>`,
    font: `${font.family} ${weight} ${size}`,
    ...(font.file ? { fontfile: font.file } : {}),
    width: cardSize.width - 2 * margin,
    spacing: Math.round(size / 5),
    wrap: "word-char",
    rgba: true,
    // Points are pixels then.
    dpi: 72,
  };
  return sharp({ text: input }).png().toBuffer({ resolveWithObject: true });
}

/** Of scripts with glyphs by the thousand, a character that is a flat stroke: what stands for a missing glyph is a box. */
const flat = [
  { script: "Chinese", sign: /\p{Script=Han}/u, stroke: "一" },
  { script: "Japanese", sign: /[\p{Script=Hiragana}\p{Script=Katakana}]/u, stroke: "ー" },
  { script: "Korean", sign: /\p{Script=Hangul}/u, stroke: "ㅡ" },
];

/** Scripts of the texts that there is no font for, in English. */
export async function scriptsWithoutFont(
  sharp: Sharp,
  texts: readonly string[],
  font: CardSettings,
): Promise<readonly string[]> {
  const missing: string[] = [];
  for (const { script, sign, stroke } of flat) {
    if (!texts.some((text) => sign.test(text))) continue;
    const { info } = (await drawText(sharp, stroke, colours.text, 64, font))!;
    if (info.height * 2 > info.width) missing.push(script);
  }
  return missing;
}

/**
 * Text without pictographs: they need a font in colours, and a box would stand in their place. Signs that fonts of letters have
 * stay, unless a selector asks for their picture: `©`, `™`, `↔`.
 */
export function withoutPictographs(text: string): string {
  return text
    .replace(
      /(?![\xa9\xae\u203c-\u21aa](?!\ufe0f))\p{Extended_Pictographic}|[\u{1f1e6}-\u{1f1ff}]|[\u{1f3fb}-\u{1f3ff}]|\ufe0f|\u200d|\u20e3/gu,
      "",
    )
    .replace(/\s+/g, " ")
    .trim();
}
