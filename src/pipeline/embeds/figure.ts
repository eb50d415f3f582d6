import type { Element } from "hast";
import { element as create } from "../../html/create.js";
import { isElement } from "../../html/query.js";
import type { Parent } from "../../html/walk.js";
import type { Article } from "../article.js";
import { labelOf } from "./label.js";
import type { Embed } from "./recognise.js";

/** A link to what an embed shows. */
export function embedLink(embed: Embed, title: string | undefined, article: Article): Element {
  const lang = article.document.frontMatter.lang ?? article.options.lang;
  return create("a", { href: embed.page }, [labelOf(embed, title, lang)]);
}

/**
 * What a page shows in the place of an embed: nothing is asked of the other site. In a figure that is there already it is
 * the link alone. `data-player` has the address of a frame that may be loaded once a reader asks for it.
 */
export function embedFigure(
  embed: Embed,
  title: string | undefined,
  article: Article,
  parents: readonly Parent[],
): Element {
  const link = embedLink(embed, title, article);
  const player = embed.player ? { dataPlayer: embed.player } : {};
  const around = parents.findLast((parent) => isElement(parent, "figure")) as Element | undefined;
  if (!around) return create("figure", { className: ["embed"], dataEmbed: embed.key, ...player }, [link]);
  Object.assign(around.properties, { className: ["embed"], dataEmbed: embed.key });
  Object.assign(link.properties, player);
  return link;
}
