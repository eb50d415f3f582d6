import type { Cleanup } from "../cleanup.js";
import { listAreas } from "../pictures/image-map.js";
import { unwrapRedirect } from "../redirects.js";

/** What pages of any origin may hold that is no part of the article: buttons to share it, counters, links that lead by a detour. */
export const generic: Cleanup = {
  name: "generic",
  detect: [],
  remove: [
    "div.sharedaddy",
    "div.addtoany_share_save_container",
    "div.a2a_kit",
    "div.addthis_toolbox",
    "div.bdsharebuttonbox",
    "div.bshare-custom",
    "div.jiathis_style",
    "div.social-share",
    "div.feedflare",
    "div.zemanta-pixie",
    "div.fb-like",
    "a.twitter-share-button",
    "a.FlattrButton",
    "div.g-plusone",
    "a.headerlink",
    "a.skip-link",
  ],
  enter: { a: unwrapRedirect, map: listAreas },
};
