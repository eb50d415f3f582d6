import { join } from "node:path";
import { shortHash } from "../../lib/hash.js";
import type { Card } from "../../model/card.js";
import type { CardSettings, Config } from "../../model/config.js";
import type { Post } from "../../model/post.js";
import { portableSegment } from "../../model/segment.js";
import { type CardText, withoutPictographs } from "./draw-card.js";

/** Where the cards are kept; `state` is the folder of the site's caches. */
export const cardsFolder = (state: string): string => join(state, "cards");

/** To be raised when cards come to look otherwise. */
const LOOK = 1;

export interface WantedCard extends Card {
  readonly text: CardText;
  readonly name: string;
}

/** The card of a post, in a file that is named by all that it shows; none for a post with a cover. */
export function wantedCard(post: Post, settings: CardSettings, config: Config, folder: string): WantedCard | undefined {
  if (post.cover) return undefined;
  const text = { title: withoutPictographs(post.title) || post.slug, site: withoutPictographs(config.title) };
  const key = shortHash(JSON.stringify([LOOK, text, settings]));
  const name = `${key}.png`;
  const output = `${config.folders.assets}/cards/${portableSegment(post.slug)}-${key.slice(0, 8)}.png`;
  return { text, name, output, cached: join(folder, name) };
}
