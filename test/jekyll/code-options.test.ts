import { describe, expect, it } from "vitest";
import { buildBoth, hasJekyll } from "./both.js";

const text = [
  "---\n---\n```ruby\ndef a; end\n```\n\n```\nplain <\n```\n\n    indented\n",
  "`x < y` and `a`{:.language-ruby}\n\n{% highlight ruby %}\ndef a; end\n{% endhighlight %}\n",
  "```nosuch\nx\n```\n{: .c}\n\n~~~ ruby\nx\n~~~\n{: #id .c}\n\n~~~ ruby\nx\n~~~\n{: #id}\n",
].join("\n");

describe.skipIf(!hasJekyll)("code is written as kramdown writes it", () => {
  it.each([
    "guess_lang: true",
    "guess_lang: false",
    "syntax_highlighter: none",
    "syntax_highlighter: false",
    "syntax_highlighter_opts: {disable: true}",
    "syntax_highlighter_opts: {block: {disable: true}}",
    "syntax_highlighter_opts: {span: {disable: true}}",
    "syntax_highlighter_opts: {css_class: hl, default_lang: ruby}",
    "syntax_highlighter_opts: {wrap: false}",
    "syntax_highlighter_opts: {line_numbers: true, block: {start_line: 3, css_class: hl}}",
  ])(
    "with kramdown: {%s}",
    async (option) => {
      const config = `exclude: [.pumice]\nkramdown: {${option}}\n`;
      const { golden, ours } = await buildBoth({ "_config.yml": config, "page.md": text });
      expect(golden.ok).toBe(true);
      expect(ours.files.get("page.html")).toBe(golden.files.get("page.html"));
    },
    60_000,
  );

  it.each(["rouge", "pygments", "none", "true"])(
    "with highlighter: %s",
    async (highlighter) => {
      const page = "---\n---\n<p>\n{% highlight html %}\n\n  <b>x</b>\n  {% endhighlight %}\n</p>\n";
      const config = `exclude: [.pumice]\nhighlighter: ${highlighter}\n`;
      const { golden, ours } = await buildBoth({ "_config.yml": config, "page.html": page });
      expect(golden.ok).toBe(true);
      expect(ours.files.get("page.html")).toBe(golden.files.get("page.html"));
    },
    60_000,
  );
});
