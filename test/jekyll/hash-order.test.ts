import { expect, it } from "vitest";
import { hashOf, keysOf, pairsOf } from "../../src/lib/ruby/hash.js";
import { deepMerge } from "../../src/lib/ruby/merge.js";
import { jekyllSite } from "./site.js";

it("numbers among the keys stay where they are", async () => {
  const site = jekyllSite({
    "_data/menu.yml": "login: Log in\n404: Not found\nabout: About\n7: Seven\n",
    "_data/json.json": '{"b": 1, "2": 2, "a": 3}',
    "_posts/2020-01-01-a.md": "---\ntags: [zebra, 2019, 404]\n---\n",
    "index.html": `---
---
{% for item in site.data.menu %}{{ item[0] }}={{ item[1] }} {% endfor %}{{ site.data.menu | first | join: ":" }}
{{ site.data.menu | inspect }}
{{ site.data.json | jsonify }}
{% for tag in site.tags %}{{ tag[0] }} {% endfor %}`,
  });
  await site.build();
  expect(site.read("index.html").split("\n")).toEqual([
    "login=Log in 404=Not found about=About 7=Seven login:Log in",
    "{&quot;login&quot;=&gt;&quot;Log in&quot;, 404=&gt;&quot;Not found&quot;, &quot;about&quot;=&gt;&quot;About&quot;, 7=&gt;&quot;Seven&quot;}",
    '{"b":1,"2":2,"a":3}',
    "zebra 2019 404 ",
  ]);
});

it("copies and merged hashes know the order, too", () => {
  const hash = hashOf([
    ["b", 1],
    ["2", 2],
    ["a", 3],
  ]);
  expect(keysOf({ ...hash, c: 4 })).toEqual(["b", "2", "a", "c"]);
  const { a: _, ...rest } = hash;
  expect(keysOf(rest)).toEqual(["b", "2"]);
  expect(
    pairsOf(
      deepMerge(
        hash,
        hashOf([
          ["z", 0],
          ["1", 1],
          ["2", 9],
        ]),
      ),
    ),
  ).toEqual([
    ["b", 1],
    ["2", 9],
    ["a", 3],
    ["z", 0],
    ["1", 1],
  ]);
});
