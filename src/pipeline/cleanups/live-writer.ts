import type { Element } from "hast";
import { element as create } from "../../html/create.js";
import { findElement, hasClass, isElement, stringAttribute } from "../../html/query.js";
import type { Outcome } from "../../html/walk.js";
import type { Article } from "../article.js";
import type { Cleanup } from "../cleanup.js";

const name = "live-writer";

/** Windows Live Writer, and the blogs that it wrote for: dasBlog, Community Server, Subtext. */
export const liveWriter: Cleanup = {
  name,
  detect: [
    'div[class^="wlWriter"]',
    'div[id^="scid:"]',
    'img[class^="wlEmoticon"]',
    "pre.csharpcode",
    "div.csharpcode",
    "div#comments",
    'img[src*="Windows-Live-Writer"]',
  ],
  unwrap: ["div#post"],
  enter: { img: emoticon, div: openBox },
};

function emoticon(image: Element, article: Article): Outcome {
  const alt = stringAttribute(image, "alt")?.trim();
  if (!alt || !stringAttribute(image, "class")?.startsWith("wlEmoticon")) return undefined;
  article.record(name, "replace", "emoticon", { sample: alt });
  return [{ type: "text", value: alt }];
}

function openBox(box: Element, article: Article): undefined {
  // The class of the plug-in that wrote it, no place to link to.
  if (/^(?:scid:|codeSnippet(?:Wrapper)?$)/.test(String(box.properties.id ?? ""))) delete box.properties.id;
  readersComments(box, article);
}

/** What readers wrote under a post is content; a heading tells it from the post. */
function readersComments(box: Element, article: Article): void {
  if (box.properties.id !== "comments") return;
  const first = findElement(box, (element) => /^(?:h[1-6]|p)$/.test(element.tagName) || hasClass(element, "comment"));
  box.properties.className = ["comments"];
  if (!first || /^h[1-6]$/.test(first.tagName)) return;
  const heading = article.options.lang.startsWith("zh") ? "评论" : "Comments";
  box.children = [create("h2", {}, [heading]), ...box.children.filter((child) => !isElement(child, "hr"))];
  article.record(name, "replace", "heading for the comments");
}
