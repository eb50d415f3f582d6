import type { Cleanup } from "../cleanup.js";

/** Blogger. Its pictures with captions, which are tables, are read by the step `captions`. */
export const blogger: Cleanup = {
  name: "blogger",
  detect: [
    "div.separator",
    "table.tr-caption-container",
    "div[trbidi]",
    "div.blogger-post-footer",
    'img[src*=".bp.blogspot.com/"]',
    'a[href*=".bp.blogspot.com/"]',
    'img[src*="blogger.googleusercontent.com/"]',
  ],
  remove: ["div.blogger-post-footer", 'a[name="more"]'],
};
