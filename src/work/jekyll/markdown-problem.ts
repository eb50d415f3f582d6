import type { JekyllConfig } from "../../model/jekyll/config.js";
import type { JekyllText } from "../../model/jekyll/text.js";
import type { Message } from "../../model/message.js";

/** An error where the site wants Markdown converted by something else than kramdown. */
export function markdownProblem({ values, plugins }: JekyllConfig, texts: readonly JekyllText[]): readonly Message[] {
  const name = String(values.markdown);
  const text = texts.find(({ isMarkdown }) => isMarkdown);
  if (!text || name.toLowerCase() === "kramdown" || isOfPlugin(name, plugins)) return [];
  return [
    {
      severity: "error",
      ruleId: "markdown-processor",
      reason: `Conversion error: Jekyll::Converters::Markdown encountered an error while converting '${text.relativePath}': Invalid Markdown processor given: ${name}`,
      note: `Markdown processor: "${name}" is not a valid Markdown processor. Available processors are: kramdown`,
      file: text.relativePath,
    },
  ];
}

/** `CommonMark`, which kramdown's GitHub flavour stands in for. */
function isOfPlugin(name: string, plugins: ReadonlySet<string>): boolean {
  return /^commonmark/i.test(name) && [...plugins].some((plugin) => plugin.startsWith("jekyll-commonmark"));
}
