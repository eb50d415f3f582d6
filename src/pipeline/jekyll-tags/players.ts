import { escapeHtml } from "../../lib/escape.js";
import { isEmbedHost, pageOfId } from "../embeds/recognise.js";
import type { TagArguments } from "./arguments.js";
import { anchor, frame } from "./write.js";

/** Players and viewers of Hexo's plugins: each shows a file, or a film of another site. */
type Meaning = (given: TagArguments) => string | undefined;

export const players: Readonly<Record<string, Meaning>> = {
  dplayer: (given) => media("video", option(given, "url")),
  aplayer: ({ words }) => song(words),
  mmedia: (given) =>
    isEmbedHost(given.words[0] ?? "") ? film(given) : media(given.words[0] ?? "", option(given, "src")),
  pdf: ({ words: [file] }) => file && anchor(file, file),
};

function media(name: string, src: string | undefined): string | undefined {
  const tagName = /audio|meting/.test(name) ? "audio" : "video";
  return src && `<${tagName} src="${escapeHtml(src)}"></${tagName}>`;
}

/** `title, author, address`, in three words that may be quoted. */
function song(words: readonly string[]): string | undefined {
  const at = words.findIndex((word) => /\.(?:mp3|m4a|ogg|wav|flac|aac)(?:[?#]|$)/i.test(word));
  if (at < 0) return undefined;
  const label = words.slice(0, at).join(" – ");
  return `${label && `${escapeHtml(label)} `}${media("audio", words[at])}`;
}

function film(given: TagArguments): string | undefined {
  const [host = "", ...others] = given.words;
  const id = ["bvid", "aid", "id", "vid"].map((key) => option(given, key)).find(Boolean) ?? others[0];
  const page = id && pageOfId(host, id);
  return page && frame(page);
}

/** `key=value` or `key:value`, quoted as a whole or not. */
function option({ words, named }: TagArguments, key: string): string | undefined {
  const quoted = words.find((word) => word.startsWith(`${key}=`) || word.startsWith(`${key}:`));
  return named.get(key) ?? quoted?.slice(key.length + 1).trim();
}
