import type { Cleanup } from "../cleanup.js";

/** Medium: its export and saved pages. */
export const medium: Cleanup = {
  name: "medium",
  detect: ["section.section--body", 'p[class*="graf--"]', 'section[data-field="body"]', "div.progressiveMedia"],
  article: ['section[data-field="body"]'],
  remove: ["canvas.progressiveMedia-canvas", "img.progressiveMedia-thumbnail", "div.aspectRatioPlaceholder-fill"],
  unwrap: ["div.section-content", "div.section-inner", "div.aspectRatioPlaceholder", "div.progressiveMedia"],
};
