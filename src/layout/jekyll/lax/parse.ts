import type { Liquid, Template } from "liquidjs";
import { dropBlankBlocks } from "../blank-blocks.js";
import { keepFloatLiterals } from "../float-literals.js";
import { type RewriteOptions, rewriteLax } from "./rewrite.js";

type ParseOptions = Omit<RewriteOptions, "known">;

/** Parses a template as Ruby's Liquid does. Lines in messages are those of the text. */
export function parseLax(liquid: Liquid, text: string, path: string, options: ParseOptions): Template[] {
  const rewritten = rewriteLax(text, path, { ...options, known: new Set(Object.keys(liquid.tags)) });
  const templates = liquid.parse(rewritten, path);
  keepFloatLiterals(rewritten, templates);
  dropBlankBlocks(templates);
  return templates;
}
