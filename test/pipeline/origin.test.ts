import { describe, expect, it } from "vitest";
import { cleanHtml } from "../../src/index.js";

const article = '<article class="baidu_pl"><div id="article_content"><div id="content_views"><p>先烧水。</p>';
const text = (html: string): string => cleanHtml(html, { lang: "zh-CN" }).html.replace(/\s*<[^>]*>\s*/g, "|");

describe("an article that tags too many have cut", () => {
  it("has what they have put behind it", () => {
    expect(text(`${article}</div><p>再放茶叶。</p></div></article><p>三分钟。</p>`)).toBe(
      "|先烧水。||再放茶叶。||三分钟。|",
    );
  });

  it("has what a table has put before it", () => {
    expect(text(`<table><tr><td>${article}</td></tr><p>再放茶叶。</p></div></div></article></table>`)).toContain(
      "再放茶叶。",
    );
  });

  it("has nothing of the scraper, and nothing of a page that was saved whole", () => {
    const marks =
      '<div id="blogExtensionBox">扩展</div><p class_="artid" alt="6874" style="display:none">x</p><link href="a.css"/>';
    expect(text(`${article}</div>${marks}</div></article>`)).toBe("|先烧水。|");
    const whole = `<div id="csdn-toolbar">登录</div>${article}</div></div></article><div class="box">热门</div><aside>作者</aside>`;
    expect(text(whole)).toBe("|先烧水。|");
  });
});
