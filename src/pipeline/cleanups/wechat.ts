import type { Element } from "hast";
import { stringAttribute } from "../../html/query.js";
import type { Cleanup } from "../cleanup.js";

/** Articles of WeChat, whose box is hidden until its script has run and whose pictures load late. */
export const wechat: Cleanup = {
  name: "wechat",
  detect: [
    "div#js_content",
    "section#js_content",
    "div.rich_media_content",
    'img[data-src*="mmbiz.qpic.cn"]',
    "section[data-tool]",
  ],
  remove: ["mp-common-profile", "mp-style-type"],
  unwrap: ["div#js_content", "section#js_content"],
  enter: { img: lateImage },
};

function lateImage(image: Element): undefined {
  const late = stringAttribute(image, "data-src");
  const src = stringAttribute(image, "src");
  if (late && (!src || src.startsWith("data:"))) image.properties.src = late;
}
