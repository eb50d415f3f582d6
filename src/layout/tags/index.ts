import type { Liquid } from "liquidjs";
import { SafeCaptureTag } from "./capture.js";
import { BoundedIncludeTag } from "./include.js";

/** Makes Pumice's tags known to LiquidJS. */
export function registerTags(liquid: Liquid): void {
  liquid.registerTag("capture", SafeCaptureTag);
  liquid.registerTag("include", BoundedIncludeTag);
  // LiquidJS's own inheritance; layouts nest through their front matter.
  delete liquid.tags.layout;
  delete liquid.tags.block;
}
