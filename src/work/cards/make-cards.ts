import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import type { Progress } from "../../model/build.js";
import type { Cards } from "../../model/card.js";
import type { CardSettings, Config } from "../../model/config.js";
import type { Post } from "../../model/post.js";
import { drawCard } from "./draw-card.js";
import { openSharp } from "./open-sharp.js";
import { cardsFolder, type WantedCard, wantedCard } from "./wanted-card.js";

/** The cards of the posts that have no cover, each drawn once. Throws a `UserError` where they cannot be drawn. */
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
  const wanted = new Map<string, WantedCard>();
  for (const post of posts) {
    const card = wantedCard(post, cards, config, folder);
    if (card) wanted.set(post.path, card);
  }
  const missing = new Map([...wanted.values()].filter(({ name }) => !there.has(name)).map((card) => [card.name, card]));
  if (missing.size > 0) await drawAll([...missing.values()], cards, config, onProgress);
  const needed = new Set([...wanted.values()].map(({ name }) => name));
  for (const name of there) if (!needed.has(name)) rmSync(join(folder, name), { force: true });
  return wanted;
}

async function drawAll(
  cards: readonly WantedCard[],
  settings: CardSettings,
  { source }: Config,
  onProgress: (event: Progress) => void,
): Promise<void> {
  const texts = cards.map(({ text }) => text);
  const sharp = await openSharp(texts, settings, source);
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
