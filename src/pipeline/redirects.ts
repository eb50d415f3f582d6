import type { Element } from "hast";
import { stringAttribute } from "../html/query.js";
import { parseWebUrl, webHost } from "../html/urls.js";
import type { Article } from "./article.js";

/** Hosts whose pages only send the reader on, and the parameter that says where to. */
const targetParameters = new Map([
  ["link.zhihu.com", "target"],
  ["link.juejin.cn", "target"],
  ["link.juejin.im", "target"],
  ["link.csdn.net", "target"],
  ["links.jianshu.com", "to"],
  ["link.jianshu.com", "t"],
  ["gitee.com", "target"],
  ["www.google.com", "q"],
  ["google.com", "q"],
  ["t.umblr.com", "z"],
  ["l.facebook.com", "u"],
  ["lm.facebook.com", "u"],
  ["www.douban.com", "url"],
  ["slack-redir.net", "url"],
  ["out.reddit.com", "url"],
]);

const redirectPath = /^\/(?:$|url$|go$|wild$|redirect$|l\.php$|link$|link2\/?$|link\/?$)/;

/** A link by way of a page that counts clicks leads to its target. For a table of element handlers. */
export function unwrapRedirect(anchor: Element, article: Article): undefined {
  const href = stringAttribute(anchor, "href");
  if (!href?.includes("?")) return;
  const host = webHost(href)?.replace(/:\d+$/, "");
  // Of all others nothing more is asked.
  if (host === undefined || (host !== "href.li" && !targetParameters.has(host))) return;
  const url = parseWebUrl(href);
  const whole = url?.hostname === "href.li" ? href.slice(href.indexOf("?") + 1) : undefined;
  if (whole && parseWebUrl(whole)) {
    anchor.properties.href = whole;
    article.record("redirects", "rewrite", "href.li", { sample: whole });
    return;
  }
  const parameter = url && targetParameters.get(url.hostname);
  if (!parameter || !redirectPath.test(url.pathname)) return;
  const target = url.searchParams.get(parameter) ?? url.searchParams.get("url");
  if (!target || !parseWebUrl(target)) return;
  anchor.properties.href = target;
  article.record("redirects", "rewrite", url.hostname, { sample: target });
}
