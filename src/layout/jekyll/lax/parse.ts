import type { Liquid, Template } from "liquidjs";
import { dropBlankBlocks } from "../blank-blocks.js";
import { keepFloatLiterals } from "../float-literals.js";
import { type RewriteOptions, rewriteLax } from "./rewrite.js";

/** Parses a template as Ruby's Liquid does. Lines in messages are those of the text. */
export function parseLax(liquid: Liquid, text: string, path: string, options: RewriteOptions): Template[] {
  const rewritten = rewriteLax(text, path, options);
  const templates = liquid.parse(rewritten, path);
  keepFloatLiterals(rewritten, templates);
  dropBlankBlocks(templates);
  return templates;
}
