import { escapeHtml } from "../../lib/escape.js";
import type { JekyllSite } from "../../model/jekyll/site.js";
import type { JekyllText } from "../../model/jekyll/text.js";
import type { Message } from "../../model/message.js";
import { convertKramdown, smartQuotes } from "../../pipeline/kramdown/convert.js";
import { kramdownOptions } from "../../pipeline/kramdown/options.js";
import { rougeHtml } from "../../pipeline/rouge/index.js";
import { withoutDanger } from "../../pipeline/trust.js";
import type { MarkdownCache } from "./markdown-cache.js";
import { type CompiledSass, compileSass } from "./sass.js";

/** From the formats that people write to those that browsers read. */
export interface Converters {
  readonly markdown: (text: string) => string;
  readonly smartQuotes: (text: string) => string;
  readonly highlight: (code: string, language: string) => string;
  /** Throws a `UserError`: for wrong Sass, and when Sass is not installed. */
  readonly sass: (code: string, syntax: "scss" | "indented", text?: JekyllText) => CompiledSass;
  /** A post's HTML without what could harm its readers, unless the owner trusts the post. */
  readonly trusted: (html: string, text: JekyllText) => string;
}

export function createConverters(
  site: JekyllSite,
  cache: MarkdownCache,
  report: (message: Message) => void,
): Converters {
  const { config } = site;
  const { kramdown, highlighter } = config.values;
  const options = kramdownOptions(kramdown, highlighter);
  const markdown = (text: string): string => cache.get(text, () => convertKramdown(text, options));
  return {
    markdown,
    smartQuotes: (text) => smartQuotes(text, options),
    // For Pygments, which Jekyll has no more, the tag takes Rouge, and Markdown nothing.
    highlight: (code, language) =>
      highlighter === "rouge" || highlighter === "pygments" ? rougeHtml(code, language) : escapeHtml(code),
    sass: (code, syntax, text) => compileSass(code, syntax, site, text),
    trusted(html, text) {
      if (!config.sanitize || text.data.sanitize === false) return html;
      const { html: safe, removed } = withoutDanger(html);
      if (removed.length > 0) report(removedFromPost(text, removed));
      return safe;
    },
  };
}

function removedFromPost({ relativePath }: JekyllText, removed: readonly string[]): Message {
  return {
    severity: "warning",
    ruleId: "unsafe-html",
    reason: `Removed from ${relativePath}: ${[...new Set(removed)].join(", ")}`,
    note: "If the post is your own, say `sanitize: false` in its front matter, in `defaults` or in `_config.yml`",
    file: relativePath,
  };
}
