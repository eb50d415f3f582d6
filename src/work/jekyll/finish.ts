import { replaceInText } from "../../lib/html-text.js";
import { isPlainHash } from "../../lib/ruby/inspect.js";
import type { JekyllConfig } from "../../model/jekyll/config.js";
import type { JekyllText } from "../../model/jekyll/text.js";
import { emoji } from "./emoji.js";

/** Does what plugins do to finished pages: jekyll-mentions and jemoji. */
export function createFinisher(config: JekyllConfig): (html: string, text: JekyllText) => string {
  const { plugins, values } = config;
  const usualBase = mentionsBase(values["jekyll-mentions"]) ?? "https://github.com";
  return (html, text) => {
    if (!text.isHtml) return html;
    let finished = html;
    if (plugins.has("jekyll-mentions") && text.data["jekyll-mentions"] !== false && html.includes("@"))
      finished = replaceInText(finished, noMentions, (part) =>
        withMentions(part, mentionsBase(text.data["jekyll-mentions"]) ?? usualBase),
      );
    if (plugins.has("jemoji") && html.includes(":")) finished = replaceInText(finished, noEmoji, withEmoji);
    return finished;
  };
}

const noMentions = new Set(["a", "pre", "code", "tt"]);
const noEmoji = new Set(["pre", "code", "tt"]);

/** A name with nothing around it that makes it an address of mail. */
const mention = /(^|\W)@(\w[\w-]*)(?![\w@/-]|\.\w)/g;

function withMentions(text: string, base: string): string {
  return text.replace(mention, (_, before: string, name: string) => {
    return `${before}<a href="${base}/${name}" class="user-mention">@${name}</a>`;
  });
}

/** The address that the configuration or a page gives. */
function mentionsBase(written: unknown): string | undefined {
  const base = isPlainHash(written) ? written.base_url : written;
  return typeof base === "string" ? base.replace(/\/+$/, "").replaceAll('"', "%22") : undefined;
}

/** As characters, which every browser shows, where the plugin loads pictures from GitHub. */
function withEmoji(text: string): string {
  return text.replace(/:([a-z\d_+-]+):/g, (whole, name: string) => (Object.hasOwn(emoji, name) ? emoji[name]! : whole));
}
