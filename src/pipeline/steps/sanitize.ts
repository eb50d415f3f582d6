import type { Element, Root } from "hast";
import rehypeSanitize from "rehype-sanitize";
import { stringAttribute } from "../../html/query.js";
import { schemeOf, withPlainScheme } from "../../html/urls.js";
import { createWalk } from "../../html/walk.js";
import { sanitizeSchema } from "../sanitize-schema.js";
import type { Step } from "../step.js";

const clean = rehypeSanitize(sanitizeSchema) as (tree: Root) => Root;
/** The one comment that the steps before have left is the author's mark, which the excerpt takes out. */
const cleanButMark = rehypeSanitize({ ...sanitizeSchema, allowComments: true }) as (tree: Root) => Root;

/**
 * Last of all: only what the allow-list names goes on. The library has one list of protocols per attribute, whatever the
 * element, so `data:` is first taken from everything but raster pictures.
 */
export const sanitize: Step = {
  name: "sanitize",
  transform(tree, article) {
    if (!article.options.sanitize) return;
    checkSlots(tree, (sample) =>
      article.record("sanitize", "remove", "data: address that is no raster picture", { sample }),
    );
    tree.children = cleanButMark(tree).children;
  },
};

/** The same for a tree that was parsed anew, where there is nothing to record any more. */
export function sanitizeTree(tree: Root): Root {
  checkSlots(tree, () => {});
  return clean(tree);
}

/** Called with each address that was taken away. */
type Tell = (address: string) => void;

const rasterData = /^data:image\/(?:png|jpe?g|gif|webp|avif|bmp|x-icon|vnd\.microsoft\.icon)[;,]/i;

const checkSlots = createWalk<Tell>([
  {
    enter: {
      img: (element, tell) => checkSource(element, tell, (url) => rasterData.test(url)),
      source: (element, tell) => checkSource(element, tell, () => false),
      video: (element, tell) => checkSource(element, tell, () => false),
      audio: (element, tell) => checkSource(element, tell, () => false),
      track: (element, tell) => checkSource(element, tell, () => false),
      a: checkPlayer,
      figure: checkPlayer,
    },
  },
]);

function checkSource(element: Element, tell: Tell, allowsData: (url: string) => boolean): undefined {
  const srcSet = stringAttribute(element, "srcset");
  if (srcSet?.split(/[\s,]+/).some(isNoWebAddress)) delete element.properties.srcSet;
  const written = stringAttribute(element, "src");
  if (written === undefined) return;
  const src = withPlainScheme(written);
  element.properties.src = src;
  if (schemeOf(src) !== "data" || allowsData(src)) return;
  delete element.properties.src;
  tell(src);
}

function isNoWebAddress(url: string): boolean {
  return !["http", "https", undefined].includes(schemeOf(url));
}

/** A script loads it into a frame when a reader asks for it. */
function checkPlayer({ properties }: Element): undefined {
  if (properties.dataPlayer !== undefined && !/^https:\/\//i.test(String(properties.dataPlayer)))
    delete properties.dataPlayer;
}
