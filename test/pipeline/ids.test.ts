import { describe, expect, it } from "vitest";
import { cleanHtml } from "../../src/index.js";

const clean = (html: string): string => cleanHtml(html).html;

describe("ids", () => {
  it("that could be a variable get a prefix once, and links within the page follow", () => {
    const html = '<p><a name="config">a</a> and <a href="#config">b</a></p>';
    const once = clean(html);
    expect(once).toBe('<p><a id="post-config">a</a> and <a href="#post-config">b</a></p>');
    expect(clean(once)).toBe(once);
  });

  it("that no variable can have stay, and so do those of headings", () => {
    const html = '<h2 id="intro">Intro</h2>\n<p><span id="fn-1">a</span> <a href="#intro">b</a></p>';
    expect(clean(html)).toBe(html);
  });

  it("never become one that is there already", () => {
    expect(clean('<p><i id="x">a</i><i id="post-x">b</i></p>')).toContain('id="post-x-"');
  });

  it("are followed by the headers of cells", () => {
    const html = '<table><tr><th id="c">a</th></tr><tr><td headers="c other">b</td></tr></table>';
    expect(clean(html)).toContain('headers="post-c other"');
  });
});
