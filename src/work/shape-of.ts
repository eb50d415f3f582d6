import { resolve } from "node:path";
import { peekAtConfig } from "../config/jekyll.js";
import type { BuildOptions } from "../model/build.js";
import { UserError } from "../model/message.js";
import { findShape, type Shape } from "./find-shape.js";

/** The shape of the site that the options mean; ours where a site has only begun. */
export function shapeOf(options: BuildOptions): Shape {
  return shapeFound(options) ?? "pumice";
}

/** The shape that a build takes the site for: of a folder without anything it makes a site without anything, as Jekyll does. */
export function shapeToBuild(options: BuildOptions): Shape {
  return shapeFound(options) ?? "jekyll";
}

function shapeFound(options: BuildOptions): Shape | undefined {
  return findShape(resolve(options.source ?? "."), peekAtConfig(options));
}

/** Throws a `UserError` (exit code 2) where the site has Jekyll's shape. `command` cannot do that yet; `note`: what does. */
export function refuseJekyll(options: BuildOptions, command: string, note: string): void {
  if (shapeOf(options) === "pumice") return;
  const reason = `This is a site of Jekyll's shape, which ${command} does not understand yet`;
  throw new UserError([{ severity: "error", ruleId: "jekyll-shape", reason, note }], 2);
}
