import type { Cleanup } from "../cleanup.js";

/** juejin.cn: the bar above its code blocks names the language and offers to copy. */
export const juejin: Cleanup = {
  name: "juejin",
  detect: ["div.code-block-extension-header", "span.copy-code-btn", 'img[src*="byteimg.com/tos-cn-i-"]'],
  remove: ["div.code-block-extension-header", "span.copy-code-btn", "div.code-block-extension-copyCodeBtn"],
};
