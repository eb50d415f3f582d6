import type { Cleanup } from "../cleanup.js";

export const csdn: Cleanup = {
  name: "csdn",
  detect: ["#content_views", "article.baidu_pl", "p[class_]"],
  article: ["#content_views", "#article_content", "article.baidu_pl", ".blog-content-box"],
};
