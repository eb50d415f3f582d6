import { pageOfId } from "./embeds/recognise.js";

/** Shortcodes that show what is elsewhere. */
export const mediaNames =
  "youtube|vimeo|dailymotion|soundcloud|embed|audio|video|tweet|gist|slideshare|scribd|googlemaps|googlevideo|wpvideo|" +
  "instagram|flickr|spotify|ted|polldaddy|pinterest";

/** How the ids of a host look: what cannot be told from a word of the text is none. */
const ids: Readonly<Record<string, readonly [pattern: RegExp, page?: string]>> = {
  youtube: [/^([\w-]{11})(?=&|$)/],
  vimeo: [/^(\d{4,})$/],
  dailymotion: [/^(x\w{4,})$/],
  tweet: [/^(\d{5,})$/, "https://twitter.com/i/status/$1"],
  gist: [/^((?:[\w-]+\/)?(?:\d{3,}|[0-9a-f]{20,}))$/, "https://gist.github.com/$1"],
  slideshare: [/^(\d{3,})(?=&|$)/, "https://www.slideshare.net/slideshow/embed_code/$1"],
  scribd: [/^(\d{3,})$/, "https://www.scribd.com/doc/$1"],
  wpvideo: [/^(\w{8})$/, "https://videopress.com/v/$1"],
  spotify: [/^spotify:(\w+):(\w+)$/, "https://open.spotify.com/$1/$2"],
  polldaddy: [/^(\d{4,})$/, "https://polldaddy.com/poll/$1"],
};

/** The address that a shortcode means by an address or by an id, or undefined. */
export function shortcodeAddress(name: string, written: string): string | undefined {
  if (/^(?:https?:)?\/\/[^\s"'<>]+$/.test(written) || /^\/[^\s"'<>]+$/.test(written))
    return written.replace(/\|.*$/, "");
  const [pattern, page] = ids[name] ?? [];
  const found = pattern?.exec(written);
  if (!found) return undefined;
  return page ? page.replace(/\$(\d)/g, (_, index: string) => found[Number(index)]!) : pageOfId(name, found[1]!);
}
