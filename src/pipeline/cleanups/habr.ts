import type { Element } from "hast";
import { element as create } from "../../html/create.js";
import { stringAttribute } from "../../html/query.js";
import type { Outcome } from "../../html/walk.js";
import type { Cleanup } from "../cleanup.js";

/** Habr: text to be opened, and films by their address alone. Its code is read in `habr-code.ts`. */
export const habr: Cleanup = {
  name: "habr",
  detect: ["spoiler", "habracut", "oembed", /<source(?:\s+lang\s*=\s*["']?\w+["']?)?\s*>/i, /<cut(?:\s[^<>]*)?\/?>/i],
  enter: { spoiler, oembed: film },
};

function spoiler(element: Element): Outcome {
  const title = stringAttribute(element, "title") ?? "…";
  return [create("details", {}, [create("summary", {}, [title]), ...element.children])];
}

function film({ children }: Element): Outcome {
  const [first] = children;
  const src = first?.type === "text" ? first.value.trim() : "";
  return /^https?:\/\/\S+$/.test(src) ? [create("iframe", { src })] : undefined;
}
