import { isEmbedHost, pageOfId } from "../embeds/recognise.js";
import { firstNamed, readArguments, type TagArguments } from "./arguments.js";
import { meaningOfHexoTag } from "./hexo-tags.js";
import { players } from "./players.js";
import { anchor, figure, frame } from "./write.js";

/** What a tag without content comes to: text of the body, or nothing where its name says nothing. */
type Meaning = (given: TagArguments, text: string) => string | undefined;

const image = /\.(?:png|jpe?g|gif|webp|svg|avif|bmp)(?:[?#]|$)/i;
const address = /^(?:https?:)?\/\//i;
/** Embeds, images and links as Jekyll's plugins, Octopress, Hexo and Hugo name them. */
const meanings: Readonly<Record<string, Meaning>> = {
  ...players,
  youtuber: (given) => embed("youtube", given),
  gist: ({ words }) => gist(words),
  tweet: ({ words, named }) => tweet(words, named),
  twitter: ({ words, named }) => tweet(words, named),
  x: ({ words, named }) => tweet(words, named),
  post_url: (_, text) => postAddress(text),
  link: (given, text) => (given.words.length > 1 && addressIn(given.words) ? labelled(given.words) : postAddress(text)),
  ref: (_, text) => postAddress(text),
  relref: (_, text) => postAddress(text),
  post_link: ({ words: [slug, ...title] }) => slug && anchor(postAddress(slug), title.join(" ") || slug),
  asset_path: ({ words: [file] }) => file,
  asset_link: ({ words: [file, ...title] }) => file && anchor(file, title.join(" ") || file),
  video: ({ words }) => addressIn(words),
  audio: ({ words }) => addressIn(words),
};
const postAddresses = new Set(["post_url", "link", "ref", "relref"]);

/** An address stands in an attribute, in the brackets of a link or behind the rest of an address. */
function isRunningText(before: string): boolean {
  return /(?:^|[\s>(（，。：、；]|\p{Script=Han})$/u.test(before) && !/(?:=\s*|\]\(|\]:\s*)$/.test(before);
}

/** The address alone, as text: a reader shall be able to open it. */
function postLink(name: string): string {
  const label = name.replace(/^.*\/(?=[^/]+$)/, "").replace(/^\d{4}-\d{2}-\d{2}-|\.(?:md|markdown|html?)(?=#|$)/g, "");
  return anchor(postAddress(name), label || name);
}

/** What the tag means, by its name or by what it is given; `undefined` if that is unknown. */
export function meaningOf(name: string, text: string, before = "="): string | undefined {
  const given = readArguments(text);
  if (postAddresses.has(name) && given.words.length === 1 && isRunningText(before)) return postLink(given.words[0]!);
  if (Object.hasOwn(meanings, name)) return meanings[name]!(given, text);
  return embed(name, given) ?? meaningOfHexoTag(name, text) ?? guess(name, given);
}
/** An include of the site's theme that shows what its parameters say. */
export function meaningOfInclude(text: string): string | undefined {
  const [file = "", ...others] = text.trim().split(/\s+/);
  if (others.length === 0) return undefined;
  const name = /([\w-]+)(?:\.\w+)?$/.exec(file)?.[1]?.toLowerCase() ?? "";
  const parameters = text.trim().slice(file.length);
  const known = /(?:^|[-_])(youtube|vimeo|bilibili|twitch|spotify|soundcloud|gist|tweet)(?:$|[-_])/.exec(
    name.replace(/player|embed/g, "-"),
  )?.[1];
  if (known) return meaningOf(known, parameters);
  const given = readArguments(parameters);
  return picture(name, given) ?? videoOf(name, given) ?? firstNamed(given, "content", "text", "message", "body");
}
function guess(name: string, given: TagArguments): string | undefined {
  return picture(name, given) ?? addressIn(given.words);
}
const pictureKeys = ["src", "url", "image_path", "image", "path", "file", "img", "image_url", "filename", "name"];
function picture(name: string, given: TagArguments): string | undefined {
  const isPicture = /image|img|figure|fig|photo|picture/.test(name);
  const named = firstNamed(given, ...pictureKeys);
  if (named !== undefined && (isPicture || image.test(named))) {
    const caption = firstNamed(given, "caption", "title", "description", "attr");
    return figure(named, caption, firstNamed(given, "alt") ?? caption, firstNamed(given, "link", "href"));
  }
  const at = given.words.findIndex((word) => image.test(word));
  if (at < 0 && !(isPicture && given.words.length > 0)) return undefined;
  return pictureInWords(given.words, Math.max(0, at));
}
/** `[class] src [width] [height] [title [alt]]` */
function pictureInWords(words: readonly string[], at: number): string {
  const rest = words.slice(at + 1).filter((word) => !/^\d+(?:px|%)?$/.test(word));
  const quoted = rest.length === 2 && rest.every((word) => word.includes(" ")) ? rest[1] : rest.join(" ");
  return figure(words[at]!, undefined, quoted ?? "");
}
function videoOf(name: string, given: TagArguments): string | undefined {
  const id = firstNamed(given, "youtube_id", "youtubeid", "videoid", "video_id");
  const isVideo = /video|movie|player/.test(name);
  if (id !== undefined) return frame(pageOfId("youtube", id) ?? id);
  return isVideo ? embed("youtube", given) : undefined;
}
/** A host of the table, by its name, and what it shows, by an id or an address. */
function embed(key: string, given: TagArguments): string | undefined {
  const id = firstNamed(given, "id", "url", "src") ?? given.words[0];
  if (id === undefined) return undefined;
  const whole = address.test(id) || !/^[\w.-]+\.\w+\//.test(id) ? id : `https://${id}`;
  const page = !isEmbedHost(key) ? undefined : address.test(whole) ? whole : pageOfId(key, id);
  return page && frame(page);
}
function gist(words: readonly string[]): string | undefined {
  const parts = words.filter((word) => !/\.\w+$/.test(word));
  const file = words.find((word) => /\.\w+$/.test(word) && !address.test(word));
  const path = parts.map((part) => part.replace(address, "").replace(/^gist\.github\.com\//, "")).join("/");
  if (path === "") return undefined;
  return frame(`https://gist.github.com/${path}${file ? `?file=${encodeURIComponent(file)}` : ""}`);
}
function tweet(words: readonly string[], named: ReadonlyMap<string, string>): string | undefined {
  const given = named.get("url") ?? words.find((word) => address.test(word));
  if (given) return frame(given);
  const id = named.get("id") ?? words[0];
  if (id === undefined) return undefined;
  return frame(`https://twitter.com/${named.get("user") ?? "i"}/status/${id}`);
}
function labelled(words: readonly string[]): string {
  const at = words.findIndex((word) => address.test(word) || word.startsWith("/"));
  const href = words[Math.max(0, at)]!;
  const label = words
    .filter((word) => word !== href && word !== "true" && word !== "false" && !image.test(word))
    .join(" ");
  return anchor(href, label || href);
}
function addressIn(words: readonly string[]): string | undefined {
  const found = words.find((word) => address.test(word));
  return found && bareAddress(found);
}
function bareAddress(href: string): string {
  return anchor(href, href);
}
/** Resolved when the whole site is known. */
function postAddress(text: string): string {
  const name = text.trim().replace(/^["']|["']$/g, "");
  return `pumice-post:${encodeURI(name).replace(/[()]/g, (sign) => (sign === "(" ? "%28" : "%29"))}`;
}
