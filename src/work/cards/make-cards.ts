import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { shortHash } from "../../lib/hash.js";
import type { Progress } from "../../model/build.js";
import type { Card, Cards } from "../../model/card.js";
import type { CardSettings, Config } from "../../model/config.js";
import { UserError } from "../../model/message.js";
import type { Post } from "../../model/post.js";
import { portableSegment } from "../../model/segment.js";
import { loadSharp, placesOfSharp, type Sharp } from "../images/load-sharp.js";
import { type CardText, drawCard, scriptsWithoutFont, withoutPictographs } from "./draw-card.js";

/** Where the cards are kept; `state` is the folder of the site's caches. */
export const cardsFolder = (state: string): string => join(state, "cards");

/** To be raised when cards come to look otherwise. */
const LOOK = 1;

interface WantedCard extends Card {
  readonly text: CardText;
  readonly name: string;
}

/**
 * The cards of the posts that have no cover, each in a file that is named by all that it shows and drawn once. Throws a
 * `UserError` where they cannot be drawn.
 */
export async function makeCards(
  posts: readonly Post[],
  config: Config,
  state: string,
  onProgress: (event: Progress) => void,
): Promise<Cards | undefined> {
  const { cards } = config;
  const folder = cardsFolder(state);
  if (!cards) {
    rmSync(folder, { recursive: true, force: true });
    return undefined;
  }
  mkdirSync(folder, { recursive: true });
  const there = new Set(readdirSync(folder));
  const wanted = new Map(
    posts.filter((post) => !post.cover).map((post) => [post.path, cardOf(post, cards, config, folder)]),
  );
  const missing = new Map([...wanted.values()].filter(({ name }) => !there.has(name)).map((card) => [card.name, card]));
  if (missing.size > 0) await drawAll([...missing.values()], cards, config, onProgress);
  const needed = new Set([...wanted.values()].map(({ name }) => name));
  for (const name of there) if (!needed.has(name)) rmSync(join(folder, name), { force: true });
  return wanted;
}

function cardOf(post: Post, settings: CardSettings, config: Config, folder: string): WantedCard {
  const text = { title: withoutPictographs(post.title) || post.slug, site: withoutPictographs(config.title) };
  const key = shortHash(JSON.stringify([LOOK, text, settings]));
  const name = `${key}.png`;
  const output = `${config.folders.assets}/cards/${portableSegment(post.slug)}-${key.slice(0, 8)}.png`;
  return { text, name, output, cached: join(folder, name) };
}

async function drawAll(
  cards: readonly WantedCard[],
  settings: CardSettings,
  { source }: Config,
  onProgress: (event: Progress) => void,
): Promise<void> {
  const sharp = loadSharp(placesOfSharp(source), "cards");
  await assertFonts(sharp, cards, settings);
  const waiting = [...cards];
  let done = 0;
  async function work(): Promise<void> {
    for (let card = waiting.pop(); card; card = waiting.pop()) {
      const bytes = await drawCard(sharp, card.text, settings);
      // Whole or not at all: a file that is there is not made again.
      writeFileSync(`${card.cached}.new`, bytes);
      renameSync(`${card.cached}.new`, card.cached);
      done += 1;
      onProgress({ phase: "cards", done, total: cards.length });
    }
  }
  await Promise.all(Array.from({ length: availableParallelism() }, work));
}

async function assertFonts(sharp: Sharp, cards: readonly WantedCard[], settings: CardSettings): Promise<void> {
  const texts = cards.flatMap(({ text }) => [text.title, text.site]);
  const missing = await scriptsWithoutFont(sharp, texts, settings);
  if (missing.length === 0) return;
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
