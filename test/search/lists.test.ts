import { expect, test } from "vitest";
import type { SitePost } from "../../src/model/site.js";
import { listsOf } from "../../src/search/lists.js";

test("rows are JSON, whatever a title holds", () => {
  const titles = ["旧网页", 'a "quoted" one', "back \\ slash", "tab\tand\u0001", "\u007f\u2028 👍", "half \ud83d"];
  const posts = titles.map((title) => ({ link: { url: "/a/", title, date: "2024-03-01T08:00:00+08:00" } }));
  const [list] = listsOf(posts as unknown as readonly SitePost[]);
  // As it is read back from the disk, where half a character cannot be.
  expect(JSON.parse(Buffer.from(list!.print()).toString())).toEqual(
    titles.map((title) => ["/a/", title, "2024-03-01"]),
  );
});
