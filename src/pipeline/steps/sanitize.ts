import type { Element, Root } from "hast";
import { stringAttribute } from "../../html/query.js";
import { createSanitizer, type Guard } from "../../html/sanitize.js";
import { schemeOf, withPlainScheme } from "../../html/urls.js";
import { sanitizeSchema } from "../sanitize-schema.js";
import type { Step } from "../step.js";

/** Called with each address that was taken away. */
type Tell = (address: string) => void;

/** The list has one set of protocols per attribute, whatever the element, so `data:` is taken from everything but raster pictures. */
const guards: Readonly<Record<string, Guard<Tell>>> = {
  img: (element, tell) => checkSource(element, tell, (url) => rasterData.test(url)),
  source: (element, tell) => checkSource(element, tell, () => false),
  video: (element, tell) => checkSource(element, tell, () => false),
  audio: (element, tell) => checkSource(element, tell, () => false),
  track: (element, tell) => checkSource(element, tell, () => false),
  a: checkPlayer,
  figure: checkPlayer,
};

const clean = createSanitizer(sanitizeSchema, guards);
/** The one comment that the steps before have left is the author's mark, which the excerpt takes out. */
const cleanButMark = createSanitizer({ ...sanitizeSchema, allowComments: true }, guards);

/** Last of all: only what the allow-list names goes on. */
export const sanitize: Step = {
  name: "sanitize",
  transform(tree, article) {
    if (!article.options.sanitize) return;
    tree.children = cleanButMark(tree, (sample) =>
      article.record("sanitize", "remove", "data: address that is no raster picture", { sample }),
    ).children;
  },
};

/** The same for a tree that was parsed anew, where there is nothing to record any more. */
export function sanitizeTree(tree: Root): Root {
  return clean(tree, () => {});
}

const rasterData = /^data:image\/(?:png|jpe?g|gif|webp|avif|bmp|x-icon|vnd\.microsoft\.icon)[;,]/i;

function checkSource(element: Element, tell: Tell, allowsData: (url: string) => boolean): void {
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
function checkPlayer({ properties }: Element): void {
  if (properties.dataPlayer !== undefined && !/^https:\/\//i.test(String(properties.dataPlayer)))
    delete properties.dataPlayer;
}
