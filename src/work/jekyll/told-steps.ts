import { join } from "node:path";
import type { JekyllText } from "../../model/jekyll/text.js";
import type { Message } from "../../model/message.js";

/** What `--verbose` tells of the way of each text: of `texts` that they were read, of `due` all that is done with them. */
export function toldSteps(
  texts: readonly JekyllText[],
  due: readonly JekyllText[],
  destination: string,
): readonly Message[] {
  return [
    ...texts.map(({ relativePath }) => told("Reading", relativePath)),
    ...due.flatMap((text) => stepsOf(text).map((step) => told(step, text.relativePath))),
    ...due.filter(({ isWritten }) => isWritten).map(({ outputPath }) => told("Writing", join(destination, outputPath))),
  ];
}

function stepsOf({ source, data, isSass }: JekyllText): readonly string[] {
  const hasLiquid = /\{[{%]/.test(source) && data.render_with_liquid !== false;
  return [
    "Rendering",
    ...(hasLiquid ? ["Rendering Liquid"] : []),
    "Rendering Markup",
    ...(isSass ? [] : ["Rendering Layout"]),
  ];
}

function told(step: string, path: string): Message {
  return { severity: "info", ruleId: "verbose", reason: `${step}: ${path}` };
}
