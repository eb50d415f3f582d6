import type { Element, Root, RootContent } from "hast";
import {
  classList,
  findElement,
  findElements,
  isBlank,
  isElement,
  stringAttribute,
  visibleText,
} from "../../html/query.js";
import { REMOVE } from "../../html/walk.js";
import type { Article } from "../article.js";
import type { Cleanup } from "../cleanup.js";

const name = "csdn";

/** Articles cut out of blog.csdn.net, both of its editors. */
export const csdn: Cleanup = {
  name,
  detect: ["#content_views", "article.baidu_pl", 'p[class_="artid"]', "h1#articleContentId"],
  article: ["#content_views", "#article_content", "article.baidu_pl", ".blog-content-box"],
  overflow: (outside) => (findElement(outside, isOfWholePage) ? undefined : isOverflow),
  read: readWrapper,
  remove: ["#blogExtensionBox", "p.artid", 'p[class_="artid"]', "div.article-header-box"],
  enter: {
    svg(element, article) {
      // The marker of its diagrams: an arrow head that is never shown by itself.
      if (!/display:\s*none/.test(stringAttribute(element, "style") ?? "")) return undefined;
      article.record(name, "remove", "hidden svg");
      return REMOVE;
    },
  },
};

const pageParts =
  /recommend|comment|toolbar|toolbox|copyright|article-(?:header|title|info|bar|type|footer)|title-article|articleContentId|hide-article|extension|person|column|template|footer|sidebar|aside|csdn-/i;

/** In a page that was saved whole there is more around the article than can be told from it. */
function isOfWholePage(element: Element): boolean {
  const id = stringAttribute(element, "id") ?? "";
  return isElement(element, "aside", "nav") || /^(?:csdn-toolbar|mainBox|toolbarBox|recommend|commentBox)/.test(id);
}

/** Around the article the scraper left style sheets, its own marks and a box for extensions: all else belongs to the article. */
function isOverflow(node: RootContent): boolean {
  if (isBlank(node) || node.type === "comment") return false;
  if (node.type !== "element") return true;
  if (isElement(node, "link", "script", "style", "aside", "footer", "nav")) return false;
  const names = `${stringAttribute(node, "id") ?? ""} ${classList(node).join(" ")}`;
  return !pageParts.test(names) && stringAttribute(node, "class_") !== "artid" && !classList(node).includes("artid");
}

/** Title and source stand in the wrapper around the article. */
function readWrapper(tree: Root, article: Article): void {
  const found = findElements(tree, (element) => isTitle(element) || isMark(element));
  const title = found.find(isTitle);
  if (title) article.pageTitle = visibleText(title).replace(/\s+/g, " ").trim() || undefined;
  for (const mark of found.filter(isMark)) {
    const source = decodeSource(String(mark.properties.alt));
    if (source) article.source = source;
  }
  const id = /\/article\/details\/(\d+)/.exec(article.source ?? "")?.[1];
  if (id) article.ids.csdn = id;
}

const isTitle = ({ properties }: Element): boolean => properties.id === "articleContentId";
const isMark = ({ tagName, properties }: Element): boolean => tagName === "p" && properties.alt !== undefined;

/** The address in hexadecimal, cut into pieces by colons. */
function decodeSource(hex: string): string | undefined {
  const joined = hex.replaceAll(":", "");
  if (!/^(?:[0-9a-f]{2})+$/i.test(joined)) return undefined;
  const text = Buffer.from(joined, "hex").toString("utf8");
  return /^https?:\/\//.test(text) ? text : undefined;
}
