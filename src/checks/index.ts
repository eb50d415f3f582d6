import type { Finding } from "../model/finding.js";
import type { Check, CheckInput } from "./check.js";
import { deadLiquid } from "./dead-liquid.js";
import { futureDate } from "./future-date.js";
import { headingOrder } from "./heading-order.js";
import { imageAlt } from "./image-alt.js";
import { internalLinks } from "./internal-links.js";
import { linksWithinPost } from "./links-within-post.js";
import { mixedContent } from "./mixed-content.js";
import { unknownLayout } from "./unknown-layout.js";

/** Problems that loading and placing posts find by the way (dates, keys, equal permalinks) are told there. */
export const checks: readonly Check[] = [
  unknownLayout,
  internalLinks,
  linksWithinPost,
  mixedContent,
  imageAlt,
  headingOrder,
  deadLiquid,
  futureDate,
];

/** `inBuild`: only what costs next to nothing. `own`: checks of the site. */
export function runChecks(
  input: CheckInput,
  { inBuild, own = [] }: { readonly inBuild: boolean; readonly own?: readonly Check[] | undefined },
): readonly Finding[] {
  return [...checks, ...own].filter((check) => !inBuild || check.inBuild).flatMap((check) => check.run(input));
}
