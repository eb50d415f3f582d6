import type { Cleanup } from "../cleanup.js";

/** Tumblr: link, photo and video posts, with boxes of its editor around pictures. */
export const tumblr: Cleanup = {
  name: "tumblr",
  detect: [
    'figure[class*="tmblr-"]',
    "a.tumblr_blog",
    'img[src*="media.tumblr.com/"]',
    "div.npf_row",
    'a[href*="t.umblr.com/redirect"]',
    'iframe[class*="tumblr_video"]',
  ],
  unwrap: ["div.npf_row", "div.npf_col", "span.npf_color", "figure.tmblr-embed"],
};
