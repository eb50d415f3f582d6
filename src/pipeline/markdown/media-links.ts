import { escapeHtml } from "../../lib/escape.js";
import { isEmbedHost, pageOfId } from "../embeds/recognise.js";

/** A line with nothing but `@[youtube](id)` or `@[video](address)`, as CSDN, VuePress and markdown-it have them. */
const mediaLink = /^( {0,3})@\[([\w .-]*)\]\(\s*<?([^()\s<>]+)>?(?:\s+[^()\n]*)?\)[ \t]*$/;
const film = /\.(?:mp4|webm|ogv|mov|m4v)(?:[?#]|$)/i;
const sound = /\.(?:mp3|ogg|oga|m4a|wav|flac|opus)(?:[?#]|$)/i;

/** The line with the frame that it means, for the step that makes links of embeds. */
export function readMediaLink(line: string): string {
  const match = line.includes("@[") ? mediaLink.exec(line) : null;
  if (!match) return line;
  const [, indent = "", name = "", target = ""] = match;
  const key = name.trim().toLowerCase();
  const isAddress = /^(?:(?:https?:)?\/\/|\/|\.{1,2}\/)/i.test(target) || film.test(target) || sound.test(target);
  const src = isAddress ? target : isEmbedHost(key) ? pageOfId(key, target) : undefined;
  if (src === undefined) return line;
  const tagName = film.test(src) ? "video" : sound.test(src) ? "audio" : "iframe";
  return `${indent}<${tagName} src="${escapeHtml(src)}"></${tagName}>`;
}
