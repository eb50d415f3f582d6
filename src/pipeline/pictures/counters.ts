import type { Element } from "hast";
import { stringAttribute } from "../../html/query.js";

/** Pictures that only count readers. */
const counters = new RegExp(
  [
    "feeds\\.feedburner\\.com\\/~|feedproxy\\.google\\.com\\/~",
    "feedsportal\\.com",
    "feeds\\.wordpress\\.com\\/1\\.0\\/",
    "stats\\.wordpress\\.com|pixel\\.wp\\.com",
    "scorecardresearch\\.com",
    "assoc-amazon\\.[a-z.]+\\/e\\/ir|amazon-adsystem\\.com|ir-\\w+\\.amazon",
    "quantserve\\.com",
    "google-analytics\\.com",
    "doubleclick\\.net",
    "statcounter\\.com",
    "blogger\\.googleusercontent\\.com\\/tracker",
    "medium\\.com\\/_\\/stat",
    "aggbug\\.aspx|\\/aggbug\\/",
    "pheedo\\.com",
    "hits?\\.sitemeter\\.com",
    "imp\\.constantcontact\\.com",
    "pixel\\.quantcount",
    "visitor-?badge|hits\\.dwyl|hitcounter",
    "hm\\.baidu\\.com\\/hm\\.gif",
    "cnzz\\.com\\/stat",
  ].join("|"),
  "i",
);

/** Whether a picture is there for its server, not for a reader: known counters, and a single dot. */
export function isCounter(image: Element, size: { readonly width?: number; readonly height?: number }): boolean {
  if (size.width !== undefined && size.width <= 1 && size.height !== undefined && size.height <= 1) return true;
  return counters.test(stringAttribute(image, "src") ?? "");
}
