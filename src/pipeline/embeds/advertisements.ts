/** Advertisements, buttons and counters in frames: nothing of the article. */
const noContent = new RegExp(
  [
    "amazon-adsystem\\.com",
    "assoc-amazon\\.",
    "rcm(?:-\\w+)?\\.amazon\\.",
    "googlesyndication\\.com",
    "doubleclick\\.net",
    "adservice\\.google\\.",
    "googletagmanager\\.com",
    "google-analytics\\.com",
    "facebook\\.com\\/plugins\\/(?:like|likebox|page|follow|share_button|send|activity|recommendations|comments|facepile|fan)",
    "platform\\.twitter\\.com\\/widgets\\/(?:tweet_button|follow_button|hub)",
    "plusone\\.google\\.com",
    "apis\\.google\\.com\\/[\\w./]{0,40}plusone",
    "(?:s7|s9|www)\\.addthis\\.com",
    "widgets\\.getpocket\\.com",
    "disqus\\.com\\/embed",
    "pos\\.baidu\\.com",
    "cpro\\.baidu",
    "feedburner\\.com\\/~ad",
    "digg\\.com\\/tools",
    "dzone\\.com\\/links\\/themes",
    "reddit\\.com\\/static\\/button",
    "tweetmeme\\.com",
    "ghbtns\\.com",
    "buttons\\.github\\.io",
  ].join("|"),
  "i",
);

export function isAdvertisement(address: string): boolean {
  return noContent.test(address);
}
