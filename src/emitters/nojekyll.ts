import type { Emitter } from "./emitter.js";

/** Tells GitHub Pages not to run Jekyll over the finished site, which would drop all that begins with `_`. */
export const nojekyll: Emitter = {
  name: "nojekyll",
  emit: () => ({ outputs: [{ path: ".nojekyll", contents: "" }] }),
};
