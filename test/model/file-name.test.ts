import { expect, test } from "vitest";
import { readFileName } from "../../src/model/file-name.js";

test.each([
  ["posts/2025-02-26-aigc.md", "2025-02-26", "aigc"],
  ["posts/2025-2-6-aigc.md", "2025-02-06", "aigc"],
  ["posts/2007-10-07-ink.aspx.markdown", "2007-10-07", "ink"],
  ["posts/2010-01-02-ink.html.erb", "2010-01-02", "ink"],
  ["posts/2021-04-22-gateway/index.md", "2021-04-22", "gateway"],
  ["posts/2021/2021-04-22-node.js-v1.2.md", "2021-04-22", "node.js-v1.2"],
  ["posts/2021-04-22-羽毛笔（上）.md", "2021-04-22", "羽毛笔（上）"],
  ["posts/2021-04-22 with a space.md", "2021-04-22", "with a space"],
  ["posts/ja__2004-02-24-ink.md", "2004-02-24", "ink"],
  ["posts/2021-02-30-ink.md", undefined, "2021-02-30-ink"],
  ["posts/06-06-os-community.md", undefined, "06-06-os-community"],
  ["posts/2014-David.md", undefined, "2014-David"],
  ["posts/template.md", undefined, "template"],
  ["posts/2021-04-22.md", "2021-04-22", "2021-04-22"],
  ["index.md", undefined, "index"],
  [".md", undefined, ".md"],
  ["", undefined, "post"],
])("%s", (path, date, slug) => expect(readFileName(path)).toEqual(date === undefined ? { slug } : { date, slug }));
