import type { Element, Root } from "hast";
import rehypeSanitize from "rehype-sanitize";
import { stringAttribute } from "../../html/query.js";
import { schemeOf, withPlainScheme } from "../../html/urls.js";
import { createWalk } from "../../html/walk.js";
import type { Article } from "../article.js";
import { sanitizeSchema } from "../sanitize-schema.js";
import type { Step } from "../step.js";

const clean = rehypeSanitize(sanitizeSchema) as (tree: Root) => Root;

/**
 * Last of all: only what the allow-list names goes on. The library has one list of protocols per attribute, whatever the
 * element, so `data:` is first taken from everything but raster pictures.
 */
export const sanitize: Step = {
  name: "sanitize",
  transform(tree, article) {
    if (!article.options.sanitize) return;
    checkSlots(tree, article);
    tree.children = clean(tree).children;
  },
};

const rasterData = /^data:image\/(?:png|jpe?g|gif|webp|avif|bmp|x-icon|vnd\.microsoft\.icon)[;,]/i;

const checkSlots = createWalk<Article>([
  {
    enter: {
      img: (element, article) => checkSource(element, article, (url) => rasterData.test(url)),
      source: (element, article) => checkSource(element, article, () => false),
      video: (element, article) => checkSource(element, article, () => false),
      audio: (element, article) => checkSource(element, article, () => false),
      track: (element, article) => checkSource(element, article, () => false),
    },
  },
]);

function checkSource(element: Element, article: Article, allowsData: (url: string) => boolean): undefined {
  const srcSet = stringAttribute(element, "srcset");
  if (srcSet !== undefined && /[a-z]+:(?!\/\/)/i.test(srcSet)) delete element.properties.srcSet;
  const written = stringAttribute(element, "src");
  if (written === undefined) return;
  const src = withPlainScheme(written);
  element.properties.src = src;
  if (schemeOf(src) !== "data" || allowsData(src)) return;
  delete element.properties.src;
  article.record("sanitize", "remove", "data: address that is no raster picture", { sample: src });
}
