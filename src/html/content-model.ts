/*
 * Which elements may stand where, as far as the repair of bodies needs to know.
 */

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

/** Elements that begin on a new line. */
export const blockTags = words(
  "address article aside blockquote body caption center col colgroup dd details dialog dir div dl dt fieldset figcaption " +
    "figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre section summary table tbody td " +
    "tfoot th thead tr ul",
);

/** Elements that hold blocks only: text in them is a paragraph. */
export const containerTags = words("div blockquote section article main header footer aside nav form fieldset details");

/** Elements that hold either text or blocks. */
export const looseTags = words("li td th dd dt figcaption figure caption");

/** Blocks that hold text only. */
export const textTags = words("p h1 h2 h3 h4 h5 h6 summary legend address");

/** A list, for `isElement`. */
export const headingTags: readonly string[] = ["h1", "h2", "h3", "h4", "h5", "h6"];

/** Elements whose inside is none of ours: its white space counts, or it is no HTML. */
export const opaqueTags = words(
  "pre textarea script style template noscript svg math select object video audio picture iframe canvas embed",
);
