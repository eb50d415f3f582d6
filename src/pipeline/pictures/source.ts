import type { Element } from "hast";
import { stringAttribute } from "../../html/query.js";

/** Where scripts that load pictures late keep the address. */
const lateNames = [
  "data-original",
  "data-src",
  "data-actualsrc",
  "data-original-src",
  "data-lazy-src",
  "data-lazyload",
  "data-echo",
  "_src",
  "real_src",
  "data-cfsrc",
  "data-lazy",
  "data-ks-lazyload",
  "zoomfile",
  "file",
];

/** What stands in the place of a picture that is not loaded yet. */
const placeholder =
  /^data:|(?:^|\/)(?:blank|spacer|transparent|placeholder|loading|lazy(?:load)?|gr[ae]y|pixel|1x1|none|sg_trans)\.(?:gif|png|svg)/i;

/** Gives a picture the address that its script would have given it. */
export function loadNow(image: Element): void {
  const { properties } = image;
  const src = stringAttribute(image, "src")?.trim();
  if (src) properties.src = src;
  const late = lateNames.map((name) => stringAttribute(image, name)?.trim()).find((url) => url);
  if (late && (!src || placeholder.test(src))) properties.src = late;
  const lateSet = stringAttribute(image, "data-srcset") ?? stringAttribute(image, "data-lazy-srcset");
  if (lateSet) properties.srcSet = lateSet;
}
