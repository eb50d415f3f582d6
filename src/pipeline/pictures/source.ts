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
  const late = lateSource(image);
  if (late && (!src || placeholder.test(src))) properties.src = late;
  const lateSet = stringAttribute(image, "data-srcset") ?? stringAttribute(image, "data-lazy-srcset");
  if (lateSet) properties.srcSet = lateSet;
}

function lateSource(image: Element): string | undefined {
  for (const name of lateNames) {
    const url = stringAttribute(image, name)?.trim();
    if (url) return url;
  }
  return undefined;
}
