import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Card, Cards } from "../../model/card.js";
import type { Config } from "../../model/config.js";
import type { Post } from "../../model/post.js";
import { drawCard } from "./draw-card.js";
import { openSharp } from "./open-sharp.js";
import { cardsFolder, type WantedCard, wantedCard } from "./wanted-card.js";

/** The cards of a site in memory: each has its address at once, and is drawn when somebody asks for it. */
export interface LiveCards {
  /** The same map as before where no card is another. */
  readonly of: (posts: Iterable<Post>) => Cards | undefined;
}

/** Drawn ones that are kept; each has some 30 kB. */
const mostKept = 100;

export function createLiveCards(config: Config): LiveCards {
  const { cards: settings, source } = config;
  const folder = cardsFolder(join(source, ".pumice"));
  const cardOf = new WeakMap<Post, Card>();
  const drawn = new Map<string, Promise<Uint8Array>>();
  let last: Cards = new Map();

  /** Takes what a build has drawn, and writes nothing: a build may run beside. */
  async function draw({ text, cached }: WantedCard): Promise<Uint8Array> {
    if (existsSync(cached)) return readFile(cached);
    return drawCard(await openSharp([text], settings!, source), text, settings!);
  }

  function bytesOf(card: WantedCard): Promise<Uint8Array> {
    const bytes = drawn.get(card.name) ?? draw(card);
    drawn.set(card.name, bytes);
    if (drawn.size > mostKept) drawn.delete(drawn.keys().next().value!);
    bytes.catch(() => drawn.delete(card.name));
    return bytes;
  }

  function liveCard(post: Post): Card | undefined {
    const known = cardOf.get(post);
    if (known) return known;
    const wanted = wantedCard(post, settings!, config, folder);
    if (!wanted) return undefined;
    const card = { ...wanted, draw: () => bytesOf(wanted) };
    cardOf.set(post, card);
    return card;
  }

  return {
    of(posts) {
      if (!settings) return undefined;
      const next = new Map<string, Card>();
      for (const post of posts) {
        const card = liveCard(post);
        if (card) next.set(post.path, card);
      }
      const isSame =
        next.size === last.size && [...next].every(([path, { output }]) => last.get(path)?.output === output);
      if (!isSame) last = next;
      return last;
    },
  };
}
