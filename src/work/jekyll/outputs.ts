import { type JekyllSite, writtenTexts } from "../../model/jekyll/site.js";
import type { JekyllText } from "../../model/jekyll/text.js";
import type { Output } from "../../model/output.js";
import { outputOfFile } from "./conflicts.js";

/**
 * Every file of the finished site. Where two want the same place, the one that Jekyll writes last has it. What is `standing`
 * was not rendered.
 */
export function outputsOf(site: JekyllSite, standing: ReadonlySet<JekyllText> = new Set()): readonly Output[] {
  const outputs = new Map<string, Output>();
  const add = (output: Output): void => void outputs.set(output.path, output);
  for (const page of site.pages.filter((text) => !standing.has(text))) {
    add({ path: page.outputPath, contents: page.output ?? "" });
    if (page.sourceMap !== undefined) add({ path: `${page.outputPath}.map`, contents: page.sourceMap });
  }
  for (const { url, path, published } of site.staticFiles)
    if (published) add({ path: outputOfFile(url), copyFrom: path });
  for (const text of writtenTexts(site))
    if (text.collection && !standing.has(text)) add({ path: text.outputPath, contents: text.output ?? "" });
  return [...outputs.values()];
}
