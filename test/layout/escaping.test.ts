import { describe, expect, test } from "vitest";
import { SafeHtml } from "../../src/model/safe-html.js";
import { engineOf, print } from "./engine-of.js";

const hostile = `<img src=x onerror=alert(1)>"'&`;
const escaped = "&lt;img src=x onerror=alert(1)&gt;&quot;&#39;&amp;";

describe("escaping by default", () => {
  test.each([
    ["a value", "{{ x }}", escaped],
    ["an array", "{{ list }}", `${escaped}${escaped}`],
    ["nothing", "{{ missing }}", ""],
    ["a number", "{{ 5 }}", "5"],
    ["raw", "{{ x | raw }}", hostile],
    ["escape, once", "{{ x | escape }}", escaped],
    ["xml_escape, once", "{{ x | xml_escape }}", escaped],
    ["escape, then assigned", "{% assign y = x | escape %}{{ y }}", escaped],
    ["a filter before", "{{ x | upcase }}", "&lt;IMG SRC=X ONERROR=ALERT(1)&gt;&quot;&#39;&amp;"],
    ["a captured value, once", "{% capture y %}<b>{{ x }}</b>{% endcapture %}{{ y }}", `<b>${escaped}</b>`],
    ["a captured text compares", '{% capture y %}yes{% endcapture %}{% if y == "yes" %}same{% endif %}', "same"],
    ["newline_to_br", "{{ lines | newline_to_br }}", "&lt;a&gt;<br>\nb"],
    ["escape_once", "{{ '&lt;&#39;<' | escape_once }}", "&lt;&#39;&lt;"],
    ["a default for nothing", "{{ missing | default: x }}", escaped],
  ])("%s", (_, template, expected) => {
    expect(print(template, { x: hostile, list: [hostile, hostile], lines: "<a>\nb" })).toBe(expected);
  });

  test("is off for Jekyll's themes", () => {
    expect(print("{{ x }}|{{ x | escape }}", { x: "<b>&</b>" }, false)).toBe("<b>&</b>|&lt;b&gt;&amp;&lt;/b&gt;");
  });

  test("does not touch the HTML of the pipeline", () => {
    const engine = engineOf({
      "layouts/a.html": "{{ content }}|{{ content | default: 'none' }}|{{ page.excerpt }}|{{ content.size }}",
    });
    const html = "<p>a &amp; b</p>";
    const page = { excerpt: new SafeHtml("<p>short</p>") };
    expect(engine.render({ layout: "a", page, content: new SafeHtml(html) })).toBe(
      `${html}|${html}|<p>short</p>|${html.length}`,
    );
  });

  test("strip_html gives text, escaped again when printed", () => {
    const engine = engineOf({ "layouts/a.html": "{{ content | strip_html }}" });
    const content = new SafeHtml("<p>a &amp; b &#x3c;i&#62; &copy;</p>");
    expect(engine.render({ layout: "a", page: {}, content })).toBe("a &amp; b &lt;i&gt; &amp;copy;");
  });
});

describe("jsonify", () => {
  const value = { text: "</script><!--\u2028 \u2029", quote: '"' };

  test("cannot end the script that it stands in, and reads back", () => {
    const json = print("{{ x | jsonify }}", { x: value });
    expect(json).not.toMatch(/[<\u2028\u2029]/);
    expect(JSON.parse(json)).toEqual(value);
  });

  test("can be escaped for an attribute", () => {
    expect(print("{{ x | jsonify | escape }}", { x: ["a"] })).toBe("[&quot;a&quot;]");
  });

  test("of nothing is null", () => {
    expect(print("{{ x | jsonify }}")).toBe("null");
  });
});
