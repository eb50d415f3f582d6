import { replaceInText } from "../../lib/html-text.js";
import { isPlainHash } from "../../lib/ruby/inspect.js";
import type { JekyllConfig } from "../../model/jekyll/config.js";
import type { JekyllText } from "../../model/jekyll/text.js";
import { emoji } from "./emoji.js";

/** Does what plugins do to finished pages: jekyll-mentions and jemoji. */
export function createFinisher(config: JekyllConfig): (html: string, text: JekyllText) => string {
  const { plugins } = config;
  const base = mentionsBase(config);
  return (html, text) => {
    if (!text.isHtml) return html;
    let finished = html;
    if (plugins.has("jekyll-mentions") && text.data["jekyll-mentions"] !== false && html.includes("@"))
      finished = replaceInText(finished, noMentions, (part) => withMentions(part, base));
    if (plugins.has("jemoji") && html.includes(":")) finished = replaceInText(finished, noEmoji, withEmoji);
    return finished;
  };
}

const noMentions = new Set(["a", "pre", "code", "tt"]);
const noEmoji = new Set(["pre", "code", "tt"]);

/** A name as GitHub has them, with nothing around it that makes it an address of mail. */
const mention = /(^|[^\w@/.`&;-])@([a-z\d](?:-?[a-z\d]){0,38})(?![\w-]|@|\.\w)/gi;

function withMentions(text: string, base: string): string {
  return text.replace(mention, (_, before: string, name: string) => {
    return `${before}<a href="${base}/${name}" class="user-mention">@${name}</a>`;
  });
}

function mentionsBase({ values }: JekyllConfig): string {
  const written = values["jekyll-mentions"];
  const base = isPlainHash(written) ? written.base_url : written;
  return String(base ?? "https://github.com")
    .replace(/\/+$/, "")
    .replaceAll('"', "%22");
}

/** As characters, which every browser shows, where the plugin loads pictures from GitHub. */
function withEmoji(text: string): string {
  return text.replace(/:([a-z\d_+-]+):/g, (whole, name: string) => (Object.hasOwn(emoji, name) ? emoji[name]! : whole));
}
