import type { Root } from "hast";
import remarkCjkFriendly from "remark-cjk-friendly";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import rehypeRaw from "rehype-raw";
import { unified } from "unified";

export interface MarkdownOptions {
  /** Whether the post asks for formulas; `undefined` lets each pair of dollars speak for itself. */
  readonly math?: boolean | undefined;
}

const processor = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkCjkFriendly)
  .use(remarkRehype, { allowDangerousHtml: true, clobberPrefix: "" })
  .use(rehypeRaw)
  .freeze();

/** Reads a Markdown body. */
export function markdownToHast(body: string, _options: MarkdownOptions = {}): Root {
  return processor.runSync(processor.parse(body)) as Root;
}
