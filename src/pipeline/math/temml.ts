import { createRequire } from "node:module";
import type Temml from "temml";

const require = createRequire(import.meta.url);
let temml: typeof Temml | undefined;

/** The library, loaded with the first formula: it takes longer than many a post. */
export function loadTemml(): typeof Temml {
  temml ??= require("temml") as typeof Temml;
  return temml;
}
