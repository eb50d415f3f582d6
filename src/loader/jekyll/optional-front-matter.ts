import type { Hash } from "../../lib/ruby/hash.js";
import { isPlainHash } from "../../lib/ruby/inspect.js";
import type { JekyllConfig } from "../../model/jekyll/config.js";
import { extensionOf } from "../../model/jekyll/text.js";

/** Files for those who read the source. */
const forDevelopers =
  /(?:^|\/)(?:readme|licen[cs]e|copying|code_of_conduct|contributing|issue_template|pull_request_template|support|security)\.[^./]+$/i;

/** The plugin jekyll-optional-front-matter: a file of Markdown is a page without front matter, too. */
export function needsNoFrontMatter(relativePath: string, config: JekyllConfig): boolean {
  if (!config.plugins.has("jekyll-optional-front-matter") || settingsOf(config).enabled === false) return false;
  if (!config.markdownExtensions.has(extensionOf(relativePath).toLowerCase())) return false;
  return config.include.includes(relativePath) || !forDevelopers.test(relativePath);
}

/** Whether the file itself is not published beside its page. */
export function removesOriginals(config: JekyllConfig): boolean {
  return settingsOf(config).remove_originals === true;
}

function settingsOf({ values }: JekyllConfig): Hash {
  return isPlainHash(values.optional_front_matter) ? values.optional_front_matter : {};
}
