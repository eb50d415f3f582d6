import {
  type Context,
  type Emitter,
  type Liquid,
  type Parser,
  Tag,
  type TagToken,
  type Template,
  type TopLevelToken,
} from "liquidjs";
import type { Message } from "../../../model/message.js";
import { TagError } from "../errors.js";
import type { World } from "../world.js";
import type { TagClass } from "./tag-class.js";

const syntax = /^([a-zA-Z0-9.+#_-]+)((?:\s+\w+(?:=(?:\w+|"(?:[0-9]+\s)*[0-9]+"))?)*)$/;

/** `{% highlight ruby linenos %} … {% endhighlight %}` with the markup that Rouge gives it. */
export function highlightTag(world: World): TagClass {
  const { highlighter } = world.site.config.values;
  const highlights = highlighter === "rouge" || highlighter === "pygments";

  return class extends Tag {
    readonly #language: string;
    readonly #hasNumbers: boolean;
    readonly #templates: Template[] = [];

    constructor(token: TagToken, remainTokens: TopLevelToken[], liquid: Liquid, parser: Parser) {
      super(token, remainTokens, liquid);
      const match = syntax.exec(token.args.trim());
      if (!match)
        throw new TagError(
          `Syntax Error in tag 'highlight' while parsing the following markup: ${token.args} Valid syntax: highlight <lang> [linenos]`,
        );
      if (highlighter === "pygments") world.report(noPygments);
      this.#language = match[1]!.toLowerCase();
      this.#hasNumbers = /\blinenos\b/.test(match[2]!);
      parser
        .parseStream(remainTokens)
        .on("tag:endhighlight", function () {
          this.stop();
        })
        .on("template", (template: Template) => this.#templates.push(template))
        .on("end", () => {
          throw new Error("'highlight' tag was never closed");
        })
        .start();
    }

    *render(context: Context, emitter: Emitter): Generator<unknown, void, unknown> {
      const written = String(yield this.liquid.renderer.renderTemplates(this.#templates, context));
      const code = world.highlight(written.replace(/^[\n\r]+|[\n\r]+$/g, ""), this.#language);
      const body = !highlights ? code.trim() : this.#hasNumbers ? withNumbers(code) : code;
      const language = this.#language;
      const html = `<figure class="highlight"><pre><code class="language-${language.replaceAll("+", "-")}" data-lang="${language}">${body.replace(/\n$/, "")}</code></pre></figure>`;
      // Markdown must see a block of HTML of its own.
      emitter.write(world.current?.isMarkdown ? `\n${html}\n` : html);
    }
  };
}

const noPygments: Message = {
  severity: "warning",
  ruleId: "pygments",
  reason: "Warning: Highlight Tag no longer supports rendering with Pygments.",
  note: "Using the default highlighter, Rouge, instead.",
};

function withNumbers(code: string): string {
  const lines = code.replace(/\n$/, "").split("\n").length;
  const numbers = Array.from({ length: lines }, (_, index) => `${index + 1}\n`).join("");
  return `<table class="rouge-table"><tbody><tr><td class="gutter gl"><pre class="lineno">${numbers}</pre></td><td class="code"><pre>${code}\n</pre></td></tr></tbody></table>`;
}
