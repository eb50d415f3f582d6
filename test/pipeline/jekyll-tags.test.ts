import { describe, expect, it } from "vitest";
import type { FrontMatter } from "../../src/model/front-matter.js";
import { withoutJekyllTags } from "../../src/pipeline/jekyll-tags.js";

const read = (body: string, kind: "html" | "markdown" = "markdown") => {
  const changes: string[] = [];
  const text = withoutJekyllTags(body, kind, (rule, action) => changes.push(`${action} ${rule}`));
  return { text, changes };
};
const text = (body: string, kind: "html" | "markdown" = "markdown") => read(body, kind).text;

describe("Jekyll's tags in untrusted posts", () => {
  it("keeps highlighted code exactly", () => {
    expect(text("{% highlight ruby linenos %}\nputs `{{ a }}`\n\n  b\n{% endhighlight %}\nend")).toBe(
      "```ruby\nputs `{{ a }}`\n\n  b\n```\nend",
    );
    expect(text("{% highlight md %}\n```\nx\n```\n{% endhighlight %}")).toBe("````md\n```\nx\n```\n````");
    expect(text("<p>x</p>{%- highlight c -%}\na < b\n{%- endhighlight -%}", "html")).toBe(
      '<p>x</p><pre><code class="language-c">a &lt; b</code></pre>',
    );
  });

  it("leaves code alone, but for the tags that kept Liquid out of it", () => {
    const code = "`{% if %}` <code>{% for %}</code>\n\n```\n{% include x %}\n```\n\n    {% if indented %}\n";
    expect(read(code)).toEqual({ text: code, changes: [] });
    expect(text("```\n{% raw %}\n{{ x }}\n{% endraw %}\n```")).toBe("```\n{{ x }}\n```");
    expect(text("say {% raw %}{{ x }}{% endraw %}")).toBe("say {{ x }}");
  });

  it("finds the addresses that outputs make", () => {
    expect(text("![a]({{ site.baseurl }}/a.png)")).toBe("![a](/a.png)");
    expect(text("[a]({{ '/a' | prepend: site.baseurl | prepend: site.url }})")).toBe("[a](/a)");
    expect(text('<img src="{{ site.images }}/a.png" alt="{{ page.title }}">')).toBe(
      '<img src="/a.png" alt="{{ page.title }}">',
    );
    expect(text("[home]({{ site.url }}) of {{ site.title }}")).toBe("[home](/) of {{ site.title }}");
    expect(text("# {{ page.title }}\n")).toBe("# \n");
  });

  it("fills in what the front matter of the post says, as text", () => {
    const frontMatter: FrontMatter = {
      keywords: [],
      categories: [],
      tags: [],
      authors: [],
      aliases: [],
      pin: 0,
      status: "published",
      hidden: false,
      noindex: false,
      ids: {},
      origins: {},
      title: "Tea & co",
      description: 'On <b>"tea"</b>',
      covers: [{ src: "/pot.png" }],
      extra: { pot: "clay", cups: 3, parts: ["lid"], constructor: "x" },
    };
    const fill = (body: string) => withoutJekyllTags(body, "html", () => {}, frontMatter);
    expect(fill("<em>{{ page.description }}</em>")).toBe("<em>On &lt;b&gt;&quot;tea&quot;&lt;/b&gt;</em>");
    expect(fill('<img src="{{ site.images }}{{ page.image }}" alt="{{ page.title | escape }}">')).toBe(
      '<img src="/pot.png" alt="Tea &amp; co">',
    );
    expect(fill("{{page.pot}} {{- page.cups -}}")).toBe("clay 3");
    const untouched =
      "{{ page.parts }} {{ page.lid }} {{ page.toString }} {{ page.pot | upcase }} <code>{{ page.pot }}</code>";
    expect(fill(untouched)).toBe(untouched);
  });

  it("leaves links between posts for the whole site", () => {
    expect(text("[a]({% post_url 2020-01-02-a %}) [b]({%link _posts/2020-01-02-b.md %})")).toBe(
      "[a](pumice-post:2020-01-02-a) [b](pumice-post:_posts/2020-01-02-b.md)",
    );
  });

  it("shows what includes and plugins say by their parameters", () => {
    expect(text('{% include figure.html src="/a.png" caption="A" %}')).toBe(
      '<figure><img src="/a.png" alt="A"><figcaption>A</figcaption></figure>',
    );
    expect(text('{% include youtubePlayer.html id="abcdefghij" %}')).toContain("youtube.com/watch?v=abcdefghij");
    expect(text("{% gist me/123 %}")).toBe('<iframe src="https://gist.github.com/me/123"></iframe>');
    expect(text("{% img left /a.png 10 20 A stone %}")).toBe('<img src="/a.png" alt="A stone">');
    expect(text("{% asset_img a.png A stone %}")).toBe('<img src="a.png" alt="A stone">');
    expect(text('{{< figure src="/a.png" alt="A" >}} {{< unknown >}}')).toBe(
      '<img src="/a.png" alt="A"> {{< unknown >}}',
    );
  });

  it("keeps the words and links of Hexo's tags", () => {
    expect(text("{% btn https://x.example/a, Go there, home %}")).toBe('<a href="https://x.example/a">Go there</a>');
    expect(text("{% btn regular, Go there, /a %}")).toBe('<a href="/a">Go there</a>');
    expect(text("{% label primary@good word %} {% label good red %} {% del old %}")).toBe(
      "good word good <del>old</del>",
    );
    expect(text("{% checkbox green checked, rinse %} {% checkbox pour %}")).toBe("☑ rinse ☐ pour");
    expect(text("{% include_code The pot lang:ruby pots/pot.rb %}")).toBe(
      '<a href="/downloads/code/pots/pot.rb">The pot</a>',
    );
  });

  it("shows the files and films of players", () => {
    expect(text('{% dplayer "url=/a.mp4" "pic=/p.png" %}')).toBe('<video src="/a.mp4"></video>');
    expect(text('{% aplayer "Steam" "Ann" "/a.mp3" %}')).toBe('Steam – Ann <audio src="/a.mp3"></audio>');
    expect(text('{% mmedia "bilibili" "bvid:BV1xx411" %}')).toContain("bilibili.com/video/BV1xx411");
    expect(text("{% pdf /doc.pdf %}")).toBe('<a href="/doc.pdf">/doc.pdf</a>');
    expect(text("{% link Six cups, https://x.example/l, /i.png %}")).toBe('<a href="https://x.example/l">Six cups</a>');
  });

  it("opens what a reader had to open, with its title", () => {
    expect(text("<p>a</p>{% folding cyan open, Look inside %}b{% endfolding %}", "html")).toBe(
      "<p>a</p><details>\n<summary>Look inside</summary>\n\nb\n\n</details>\n",
    );
    expect(text("{% hideToggle Look, #fff, red %}b{% endhideToggle %}", "html")).toContain("<summary>Look</summary>");
    expect(
      text(
        "{% tabs Cups, 2 %}<!-- tab Small@leaf -->a<!-- endtab --><!-- tab -->b<!-- endtab -->{% endtabs %}",
        "html",
      ),
    ).toBe("<p><strong>Small</strong></p>ab");
    expect(text('{{< admonition type="tip" title="Warm it" >}}first{{< /admonition >}}', "html")).toContain(
      "<strong>Warm it</strong>",
    );
    expect(text("{% note info no-icon %}plain{% endnote %}", "html")).toBe("<blockquote>plain</blockquote>");
  });

  it("reads the tags in boxes, and boxes in boxes", () => {
    expect(text("{% note %}{% asset_img a.png A stone %}{% endnote %}", "html")).toContain('<img src="a.png"');
    expect(text("{% fold A %}{% fold B %}c{% endfold %}d{% endfold %}e", "html")).toMatch(
      /<summary>A<[\s\S]*<summary>B<[\s\S]*c[\s\S]*<\/details>\s*d[\s\S]*<\/details>\s*e$/,
    );
    expect(read("{% note %}".repeat(20_000)).changes).toHaveLength(20_000);
  });

  it("leaves a box in its list", () => {
    expect(text("- one\n  {% fold A %}\n  two\n  {% endfold %}\n- three")).toBe(
      '- one\n  <details markdown="1">\n  <summary>A</summary>\n\n  two\n\n  </details>\n\n- three',
    );
  });

  it("names where code comes from", () => {
    expect(text("{% codeblock A pot lang:js https://x.example/pot.js its file %}\na\n{% endcodeblock %}")).toBe(
      '```js title="A pot" href="https://x.example/pot.js" link="its file"\na\n```',
    );
    expect(text("{% codeblock https://x.example/pot.js %}a{% endcodeblock %}", "html")).toBe(
      '<figure><figcaption><a href="https://x.example/pot.js">https://x.example/pot.js</a></figcaption><pre><code>a</code></pre></figure>',
    );
  });

  it("makes a link of an address between words, and leaves it where it is one", () => {
    expect(text('[a]({{< ref "pots/a.md" >}}) and {{< ref "pots/b.md" >}}')).toBe(
      '[a](pumice-post:pots/a.md) and <a href="pumice-post:pots/b.md">b</a>',
    );
    expect(text('<a href="/blog{% post_url 2020-01-02-a %}">a</a>', "html")).toBe(
      '<a href="/blogpumice-post:2020-01-02-a">a</a>',
    );
  });

  it("takes control away and keeps what is between", () => {
    expect(read("{% include JB/setup %}\n{% if a %}yes{% endif %}{% comment %}no\n{% endcomment %}.")).toEqual({
      text: "\nyes\n.",
      changes: ["remove {% include JB/setup %}", "remove {% if %}", "remove {% endif %}", "remove {% comment %}"],
    });
  });

  it("reads start tags without end once", () => {
    const { text, changes } = read("{% raw %}{% highlight x %}<pre>\n".repeat(20_000));
    expect(text).toBe("<pre>\n".repeat(20_000));
    expect(changes).toHaveLength(40_000);
  });
});
