import type { EmbedKind } from "./hosts.js";
import type { Embed } from "./recognise.js";

/** English, then Chinese. */
const kinds: Readonly<Record<EmbedKind | "page", readonly [string, string]>> = {
  video: ["video", "视频"],
  audio: ["audio", "音频"],
  podcast: ["podcast", "播客"],
  slides: ["slides", "幻灯片"],
  document: ["document", "文档"],
  form: ["form", "表单"],
  map: ["map", "地图"],
  post: ["post", "帖子"],
  pictures: ["pictures", "图片"],
  code: ["code", "代码"],
  recording: ["recording", "录屏"],
  page: ["Embedded page", "嵌入页面"],
};

/** What players call themselves, which says nothing about what they play. */
const emptyTitle =
  /^(?:(?:youtube|vimeo|bilibili|spotify|soundcloud|twitch)?\s*(?:video)?\s*(?:player|embed)(?:ed)?(?: video)?|iframe|embed(?:ded)? (?:content|video|iframe)|video|untitled)$/i;

/** The text of the link that stands for an embed: `YouTube video: Teapots`, in the language of the post. */
export function labelOf(embed: Embed, title: string | undefined, lang: string): string {
  const isChinese = /^zh\b/i.test(lang);
  const said = title?.replace(/\s+/g, " ").trim() ?? "";
  const what = said === "" || emptyTitle.test(said) ? shortAddress(embed.page) : said;
  return `${nameOf(embed, isChinese)}${isChinese ? "：" : ": "}${what}`;
}

function nameOf({ host }: Embed, isChinese: boolean): string {
  if (!host) return kinds.page[isChinese ? 1 : 0];
  if (!host.kind) return host.name;
  const kind = kinds[host.kind][isChinese ? 1 : 0];
  const joint = isChinese && /\p{Script=Han}$/u.test(host.name) ? "" : " ";
  return `${host.name}${joint}${kind}`;
}

/** Enough of an address to tell two embeds apart, and to be read out or printed. */
function shortAddress(page: string): string {
  const short = page.replace(/^(?:https?:)?\/\/(?:www\.)?/i, "").replace(/\/$/, "");
  return short.length > LONG ? short.replace(/\?.*$/, "").slice(0, LONG) : short;
}

const LONG = 60;
