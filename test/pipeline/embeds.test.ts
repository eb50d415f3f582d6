import { describe, expect, it } from "vitest";
import { cleanHtml } from "../../src/index.js";

const linkOf = (html: string): string | undefined => /href="([^"]*)"/.exec(cleanHtml(html).html)?.[1];

describe("embeds", () => {
  it.each([
    ["a frame", '<iframe src="//player.example/video/1">old browser</iframe>', "https://player.example/video/1"],
    ["a video", '<iframe src="https://www.youtube.com/embed/ab-c1"></iframe>', "https://www.youtube.com/watch?v=ab-c1"],
    ["an object's data", '<object data="https://slides.example/x"></object>', "https://slides.example/x"],
    [
      "Flash with a parameter",
      '<object width="4"><param name="movie" value="http://slides.example/x.swf"></object>',
      "http://slides.example/x.swf",
    ],
    [
      "Flash with an embed inside",
      '<object width="4"><embed src="http://slides.example/y.swf"></object>',
      "http://slides.example/y.swf",
    ],
    ["a gist", '<script src="https://gist.github.com/someone/12.js"></script>', "https://gist.github.com/someone/12"],
  ])("%s becomes a visible link", (_, html, address) => {
    expect(linkOf(`<p>before</p>${html}<p>after</p>`)).toBe(address);
  });

  it("an object without an address leaves what it holds for old browsers", () => {
    expect(cleanHtml("<object><p>Still here.</p></object>").html).toContain("<p>Still here.</p>");
  });

  it.each([
    [
      "youtube",
      "https://www.youtube-nocookie.com/embed/abcDEF12345?rel=0",
      "https://www.youtube.com/watch?v=abcDEF12345",
    ],
    [
      "youtube",
      "//www.youtube.com/embed/abcDEF12345?start=90",
      "https://www.youtube.com/watch?v=abcDEF12345&amp;t=90s",
    ],
    ["youtube", "http://www.youtube.com/v/abcDEF12345&hl=en&fs=1", "https://www.youtube.com/watch?v=abcDEF12345"],
    ["youtube", "https://youtube.com/shorts/abcDEF12345", "https://www.youtube.com/watch?v=abcDEF12345"],
    ["youtube", "https://youtu.be/abcDEF12345", "https://www.youtube.com/watch?v=abcDEF12345"],
    ["youtube", "https://www.youtube.com/embed/videoseries?list=PL12", "https://www.youtube.com/playlist?list=PL12"],
    ["vimeo", "https://player.vimeo.com/video/76979871?h=8272103f6e", "https://vimeo.com/76979871/8272103f6e"],
    ["vimeo", "http://vimeo.com/moogaloop.swf?clip_id=76979871&server=x", "https://vimeo.com/76979871"],
    [
      "bilibili",
      "//player.bilibili.com/player.html?aid=17&bvid=BV1xx411c7mD&cid=9",
      "https://www.bilibili.com/video/BV1xx411c7mD",
    ],
    ["bilibili", "https://player.bilibili.com/player.html?aid=17", "https://www.bilibili.com/video/av17"],
    ["youku", "https://player.youku.com/embed/XMTIz", "https://v.youku.com/v_show/id_XMTIz.html"],
    [
      "youku",
      "http://player.youku.com/player.php/Type/Folder/sid/XMTIz==/v.swf",
      "https://v.youku.com/v_show/id_XMTIz==.html",
    ],
    ["tencent-video", "https://v.qq.com/txp/iframe/player.html?vid=a0012", "https://v.qq.com/x/page/a0012.html"],
    [
      "soundcloud",
      "https://w.soundcloud.com/player/?url=https%3A//soundcloud.com/a-b/c-d&color=f",
      "https://soundcloud.com/a-b/c-d",
    ],
    [
      "spotify",
      "https://open.spotify.com/embed/episode/12ab?utm_source=generator",
      "https://open.spotify.com/episode/12ab",
    ],
    [
      "slideshare",
      "https://www.slideshare.net/slideshow/embed_code/key/aB1",
      "https://www.slideshare.net/slideshow/embed_code/key/aB1",
    ],
    ["codepen", "https://codepen.io/someone/embed/abCD?height=300", "https://codepen.io/someone/pen/abCD"],
    ["jsfiddle", "//jsfiddle.net/someone/ab12/3/embedded/result/", "https://jsfiddle.net/someone/ab12/3/"],
    [
      "google-slides",
      "https://docs.google.com/presentation/d/e/2PACX/embed?start=false",
      "https://docs.google.com/presentation/d/e/2PACX/pub",
    ],
    ["google-maps", "https://www.google.com/maps/embed?pb=1", "https://www.google.com/maps/embed?pb=1"],
    [
      "facebook",
      "https://www.facebook.com/plugins/video.php?href=https%3A%2F%2Fwww.facebook.com%2Fa%2Fvideos%2F12",
      "https://www.facebook.com/a/videos/12",
    ],
    ["dailymotion", "//www.dailymotion.com/embed/video/x12ab", "https://www.dailymotion.com/video/x12ab"],
    ["internet-archive", "https://archive.org/embed/some_item", "https://archive.org/details/some_item"],
    ["flickr", "https://www.flickr.com/photos/someone/12/player/", "https://www.flickr.com/photos/someone/12/"],
    [
      "vimeo",
      "https://cdn.embedly.com/widgets/media.html?src=x&url=https%3A%2F%2Fvimeo.com%2F76979871",
      "https://vimeo.com/76979871",
    ],
    ["player.example", "https://player.example/1", "https://player.example/1"],
  ])("%s: %s leads to the page that shows it", (key, src, page) => {
    const { html } = cleanHtml(`<p>a</p><p><iframe src="${src}"></iframe></p>`);
    expect(html).toContain(`<figure class="embed" data-embed="${key}"`);
    expect(html).toContain(`<a href="${page}"`);
    expect(html).not.toContain("<iframe");
  });

  it("says what is shown, in the language of the post", () => {
    const frame = '<iframe title="Teapots" src="https://www.youtube.com/embed/abcDEF12345"></iframe>';
    const unnamed = frame.replace("Teapots", "YouTube video player");
    expect(cleanHtml(frame).html).toContain(">YouTube video: Teapots</a>");
    expect(cleanHtml(frame, { lang: "zh-CN" }).html).toContain(">YouTube 视频：Teapots</a>");
    expect(cleanHtml(`---\nlang: zh\n---\n${frame}`).html).toContain(">YouTube 视频：Teapots</a>");
    expect(cleanHtml(unnamed).html).toContain(">YouTube video: youtube.com/watch?v=abcDEF12345</a>");
    expect(cleanHtml('<iframe src="https://a.example/x/"></iframe>').html).toContain(">Embedded page: a.example/x</a>");
  });

  it("keeps the caption of a frame, and marks the figure that is there", () => {
    const { html } = cleanHtml(
      '<figure class="wp-block-embed"><div class="wp-block-embed__wrapper">\nhttps://youtu.be/abcDEF12345\n</div><figcaption>Tea</figcaption></figure>',
    );
    expect(html.match(/<figure/g)).toHaveLength(1);
    expect(html).toContain('data-embed="youtube"');
    expect(html).toContain("YouTube video: https://youtu.be/abcDEF12345");
    expect(html).toContain("<figcaption>Tea</figcaption>");
  });

  it("keeps the words of a quoted post, and gives one without a link the link", () => {
    const tweet =
      '<blockquote class="twitter-tweet"><p>Tea!</p><a href="https://twitter.com/a/status/1">May</a></blockquote>';
    expect(cleanHtml(tweet).html).toBe(
      '<blockquote><p>Tea!</p>\n<p><a href="https://twitter.com/a/status/1" rel="noopener">May</a></p></blockquote>',
    );
    const photo =
      '<blockquote class="instagram-media" data-instgrm-permalink="https://www.instagram.com/p/a1/?x=1"><div></div></blockquote>';
    expect(cleanHtml(photo).html).toContain('<a href="https://www.instagram.com/p/a1/"');
  });

  it("loads no film before it is asked for, and believes nobody else about players", () => {
    expect(cleanHtml('<video src="https://a.example/b.mp4" autoplay></video>').html).toBe(
      '<p><video src="https://a.example/b.mp4" controls preload="none"></video></p>',
    );
    const forged =
      '<figure class="embed" data-embed="x" data-player="https://evil.example/"><a href="/a">a</a></figure>';
    expect(cleanHtml(forged).html).not.toMatch(/data-|evil/);
  });

  it("removes advertisements and buttons, and says so", () => {
    const cleaned = cleanHtml(
      '<p>a</p><iframe src="//rcm-na.amazon-adsystem.com/e/cm?t=1"></iframe><iframe src="https://www.facebook.com/plugins/like.php?href=x"></iframe>',
    );
    expect(cleaned.html).toBe("<p>a</p>");
    expect(cleaned.removed.map((change) => `${change.count} ${change.rule}`)).toEqual(["2 advertisement or button"]);
  });

  it("the tags of generators and WordPress mean the same", () => {
    const page = "https://www.youtube.com/watch?v=abcDEF12345";
    for (const tag of ["{% youtube abcDEF12345 %}", "{{< youtube abcDEF12345 >}}", `[youtube ${page}]`]) {
      expect(linkOf(`<p>a</p>\n\n${tag}\n\n<p>b</p>`)).toBe(page);
    }
    expect(linkOf("<p>a</p>{% gist me/123 a.js %}")).toBe("https://gist.github.com/me/123?file=a.js");
    expect(linkOf("<p>a</p>{{< tweet user=a id=12 >}}")).toBe("https://twitter.com/a/status/12");
  });

  it.each([
    ['<iframe srcdoc="hidden"></iframe>', "iframe without an address"],
    ['<iframe src="javascript:alert(1)"></iframe>', "iframe that is no web page"],
    ['<embed src="data:text/html,x">', "embed that is no web page"],
  ])("%s is removed, recorded, and leaves no empty paragraph", (html, rule) => {
    const cleaned = cleanHtml(`<p>a</p>${html}<p>b</p>`);
    expect(cleaned.html).toBe("<p>a</p>\n<p>b</p>");
    expect(cleaned.removed.map((change) => change.rule)).toContain(rule);
  });
});
