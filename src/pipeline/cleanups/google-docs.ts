import type { Element } from "hast";
import { type Outcome, UNWRAP } from "../../html/walk.js";
import type { Cleanup } from "../cleanup.js";
import { joinLists } from "../flow/join-lists.js";

/** Paste from Google Docs, which puts the whole text into a `b` that is not bold. */
export const googleDocs: Cleanup = {
  name: "google-docs",
  detect: [
    'b[id^="docs-internal-guid"]',
    'span[id^="docs-internal-guid"]',
    'p[id^="docs-internal-guid"]',
    'ul[class*="lst-kix_"]',
    'ol[class*="lst-kix_"]',
  ],
  transform: joinLists,
  enter: { b: unwrapGuid, span: unwrapGuid, p: dropGuid, div: dropGuid },
};

function unwrapGuid(element: Element): Outcome {
  return isGuid(element) ? UNWRAP : undefined;
}

function dropGuid(element: Element): undefined {
  if (isGuid(element)) delete element.properties.id;
}

function isGuid({ properties }: Element): boolean {
  return typeof properties.id === "string" && properties.id.startsWith("docs-internal-guid");
}
