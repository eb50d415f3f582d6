/*
 * What platforms and habits put before the first sentence of a post. A line that is nothing else says nothing about the post; a
 * label before a sentence goes, and the sentence stays.
 */

const labels = [
  "前言|引言|序言?|导语|导读|摘要|概述|简介|背景|正文|目录|文章目录|本文目录|内容简介|写在前面|写在开头|前提|说明|声明|提示|注意|更新",
  "introduction|intro|preface|foreword|overview|abstract|summary|contents|table of contents|outline|background|tl;?dr",
].join("|");

const label = new RegExp(`^[【\\[《*#\\s]*(?:${labels})[】\\]》*\\s]*(?:[:：—]+\\s*|$)`, "iu");

/** Whatever comes after these words. */
const always: readonly RegExp[] = [
  /^(?:版权声明|转载请|未经.{0,8}(?:许可|授权|允许)|本文(?:为|是|系|由).{0,12}原创|点击上方|点击蓝字|长按.{0,6}二维码)/u,
  // Templates that their users left standing.
  /^提示[:：]?\s*(?:写完文章后|以下是本篇文章|这里(?:可以|对文章)|文章写完后)/u,
  /^(?:copyright (?:©|\(c\))|all rights reserved|this (?:post|article) (?:was|is) (?:originally|also|first) (?:published|posted))/iu,
  // A date, a number, a row of signs.
  /^[\d\s年月日时分秒:：/.,-]*$/u,
  /^[^\p{L}\p{N}]*$/u,
];

/** Only where nothing but a few words follow, and no sentence. */
const whenShort: readonly RegExp[] = [
  /^(?:原创|转载|转自|来源|出处|作者|译者|编辑|文\s*[|/｜]|本文(?:作者|链接|首发|转载|来自|来源|版权|已?收录)|原文(?:链接|地址|标题|作者))/u,
  /^(?:by|author|written by|posted (?:by|on|in)|published (?:by|on|in)|filed under|tags?|categories|originally (?:published|posted)|share this|image (?:credit|source|by)|photo by)\b/iu,
  /^(?:阅读(?:数|量)?|浏览(?:量)?|点赞|收藏|评论|分享|文章标签|分类专栏|专栏|标签|分类|发布(?:于|时间)|首发于|发表于|最后(?:更新|编辑|修改)|最新推荐|已?于.{0,20}(?:修改|发布|更新))/u,
  /^(?:点击关注|欢迎(?:大家)?(?:关注|订阅|点赞|扫码|加入|来到|访问)|关注(?:我|公众号|微信|本)|扫码|微信(?:搜索|公众号)|公众号|求(?:关注|点赞)|觉得.{0,10}(?:点赞|收藏))/u,
];

/** A paragraph's text without a label in front; empty where it says nothing about the post. */
export function withoutBoilerplate(text: string): string {
  const rest = text.replace(label, "").trim();
  const isShort = text.length <= 60 && !/[。！？]|[.!?](?:\s|$)/u.test(text);
  const says = (lines: readonly RegExp[]) => lines.some((line) => line.test(rest) || line.test(text));
  return says(always) || (isShort && says(whenShort)) ? "" : rest;
}
