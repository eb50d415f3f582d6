import type { Cleanup } from "../cleanup.js";

/** CSDN's Markdown editor. */
export const csdnMarkdown: Cleanup = {
  name: "csdn-markdown",
  detect: ["div.markdown_views"],
  remove: ["div.toc", "ul.pre-numbering", "div.hljs-button", "a.heading-anchor"],
  unwrap: ["div.markdown_views", "div.table-box"],
};
