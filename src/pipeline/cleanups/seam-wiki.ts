import type { Cleanup } from "../cleanup.js";

/** Seam's wiki, which the blogs of JBoss ran on. */
export const seamWiki: Cleanup = {
  name: "seam-wiki",
  detect: ["div#documentDisplay", "p.wikiPara", "pre.wikiPreformatted"],
  remove: ["div.wikiFlash", "a.wikiSectionEdit"],
  unwrap: ["div#documentDisplay"],
};
