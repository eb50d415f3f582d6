import type { CardSettings } from "../../model/config.js";
import { UserError } from "../../model/message.js";
import { loadSharp, placesOfSharp, type Sharp } from "../images/load-sharp.js";
import { type CardText, scriptsWithoutFont } from "./draw-card.js";

/** What draws cards with these texts. Throws a `UserError` where it is not installed, or a font is missing. */
export async function openSharp(texts: readonly CardText[], settings: CardSettings, source: string): Promise<Sharp> {
  const sharp = loadSharp(placesOfSharp(source), "cards");
  const all = texts.flatMap(({ title, site }) => [title, site]);
  const missing = await scriptsWithoutFont(sharp, all, settings);
  if (missing.length === 0) return sharp;
  throw new UserError(
    [
      {
        severity: "error",
        ruleId: "font-missing",
        reason: `\`cards:\` draws titles in ${missing.join(" and ")}, and no font for that was found here`,
        note: "Install one (on Debian and Ubuntu `apt-get install fonts-noto-cjk`), or name a file: `cards: {font_file: fonts/NotoSansSC-Regular.otf}`",
      },
    ],
    2,
  );
}
