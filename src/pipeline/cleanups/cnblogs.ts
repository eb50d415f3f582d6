import type { Cleanup } from "../cleanup.js";

/** cnblogs.com, whose longer code is folded away until a reader clicks. */
export const cnblogs: Cleanup = {
  name: "cnblogs",
  detect: ["div#cnblogs_post_body", "div.cnblogs_code", "div.cnblogs_Highlighter"],
  article: ["div#cnblogs_post_body"],
  remove: [
    "div.cnblogs_code_toolbar",
    "span.cnblogs_code_copy",
    "span.cnblogs_code_collapse",
    "img.code_img_closed",
    "img.code_img_opened",
    "div#MySignature",
    "div#blog_post_info_block",
  ],
  enter: {
    div(box) {
      const { className } = box.properties;
      if (Array.isArray(className) && className.includes("cnblogs_code_hide")) delete box.properties.style;
      return undefined;
    },
  },
};
