import { decodeHTML } from "entities";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldText } from "../../src/search/fold.js";
import { gramsOf } from "../../src/search/grams.js";
import { encodeShard, shardOf } from "../../src/search/shard.js";
import { sortPostings } from "../../src/search/sort-postings.js";
import { textOfHtml } from "../../src/search/text-of-html.js";
import { client, marked, type Parts, type Result, type SearchIndex } from "./client.js";

/** Texts as they come: Chinese, Latin with accents, kana, signs, whatever Unicode has. */
const text = fc.string({
  unit: fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(..."的人工智能学习用做 abcxyz019.,，。+#-_\n") },
    { weight: 2, arbitrary: fc.constantFrom(..."éÀßİΣщがｶﾞ한글①㎏ﷺ＋Ａ\u00ad\u200b\ufe0f👍𠀀𝐀\u0301\u3099") },
    { weight: 1, arbitrary: fc.string({ unit: "grapheme", minLength: 1, maxLength: 1 }) },
    { weight: 1, arbitrary: fc.string({ unit: "binary", minLength: 1, maxLength: 1 }) },
  ),
  maxLength: 60,
});

function folded(from: string): string {
  const { units, length } = foldText(from);
  return String.fromCharCode(...units.subarray(0, length));
}

/** Weights by post. */
function listIn(bytes: Uint8Array, bits: number, code: number): ReadonlyMap<number, number> {
  const weights = new Uint8Array(30_010);
  client.readList(bytes, bits, code, weights, 9);
  const list = new Map<number, number>();
  for (let at = 0; at < weights.length; at += 1) if (weights[at]) list.set(at - 9, weights[at]! - 1);
  return list;
}

describe("build and browser", () => {
  it("fold every text alike", () => {
    fc.assert(
      fc.property(text, (one) => {
        expect(client.fold(one.normalize("NFC")).folded).toBe(folded(one));
      }),
      { numRuns: 1000 },
    );
  });

  it("cut every text into the same grams", () => {
    fc.assert(
      fc.property(text, (one) => {
        const ours = [...gramsOf(foldText(one))].sort();
        expect(client.addGrams(folded(one), [], []).sort()).toEqual(ours);
      }),
      { numRuns: 1000 },
    );
  });

  it("write and read the same lists", () => {
    const postings = fc.array(fc.tuple(fc.nat({ max: 40 }), fc.nat({ max: 30_000 }), fc.nat({ max: 3 })), {
      maxLength: 300,
    });
    fc.assert(
      fc.property(postings, fc.nat({ max: 6 }), (rows, bits) => {
        const lists = new Map<number, Map<number, number>>();
        for (const [code, post, weight] of rows) {
          const spread = code * 26_000_000;
          lists.set(spread, (lists.get(spread) ?? new Map()).set(post, weight));
        }
        const flat = [...lists].flatMap(([code, list]) => [...list].map(([post, weight]) => ({ code, post, weight })));
        for (const [code, list] of lists) {
          const shard = shardOf(code * 4, bits);
          const own = flat.filter((one) => shardOf(one.code * 4, bits) === shard).toSorted((a, b) => a.post - b.post);
          const terms = Uint32Array.from(own, (one) => one.code * 4 + one.weight);
          const posts = Uint32Array.from(own, ({ post }) => post);
          sortPostings({ terms, posts }, bits);
          const bytes = encodeShard({ terms, posts }, shard, bits);
          expect(listIn(bytes, bits, code)).toEqual(list);
          expect(listIn(bytes, bits, code + 1)).toEqual(new Map());
        }
      }),
    );
  });
});

describe("the text of a post", () => {
  const body =
    '<h2 id="a">石头</h2><p>1 &lt; 2 &amp; <em>on</em>e</p><p title="a > b">two</p><script>no</script>' +
    '<math><semantics><mi>x</mi><annotation encoding="application/x-tex">x^2</annotation></semantics></math>' +
    "<article>an <b>article</b> in it</article><ul><li>three</li></ul>";
  const expected = "石头 1 < 2 & one two x^2 an article in it three";
  const plain = (text: string) => text.replace(/\s+/g, " ").trim();

  it.each([
    [
      "of the theme",
      `<header><p>menu</p></header><main><article><h1>T</h1><div itemprop="articleBody"><div>${body}</div></div><footer><div>from</div></footer></article>`,
    ],
    ["without marks", `<body><main>${body}</main><footer>foot</footer></body>`],
    ["of a bare layout", `<title>T</title><body class="a">${body.replaceAll("article>", "section>")}`],
  ])("is taken from a page %s", (_, page) => {
    expect(plain(client.textOfPage(page, decodeHTML))).toBe(expected);
  });

  it("is the same to the build", () => {
    expect(plain(textOfHtml(body))).toBe(expected);
  });
});

describe("folding", () => {
  it.each([
    ["使用 Python，做 Web 开发", "使用python做web开发"],
    ["Hello,  World", "hello world"],
    ["C++ and C#, not ##", "c++ and c# not"],
    ["naïve ＡＢＣ ﬁne", "naive abc fine"],
    ["node.js", "node js"],
    ["soft\u00adhyphen", "softhyphen"],
    ["がく", "がく"],
  ])("%s", (from, to) => {
    expect(folded(from)).toBe(to);
  });
});

describe("queries", () => {
  it("ask for all their lists in one round", async () => {
    const rounds: number[] = [];
    let waiting: (() => void)[] = [];
    const index = await client.openIndex(async (path) => {
      if (path === "index.json")
        return Response.json({ version: "1", posts: 50, settled: 0, bits: { recent: 12 }, list: 32 });
      await new Promise<void>((answer) => waiting.push(answer));
      return new Response(new Uint8Array());
    });
    let isDone = false;
    const found = index.find(client.readQuery("文中 有一处孤本写着 about stone")).finally(() => {
      isDone = true;
    });
    while (!isDone) {
      await new Promise(setImmediate);
      if (waiting.length > 0) rounds.push(waiting.length);
      for (const answer of waiting) answer();
      waiting = [];
    }
    await found;
    expect(rounds).toEqual([8]);
  });

  it("ask for no gram that is there only since the query was cut out", () => {
    const words = new Set(client.addGrams("this apple", [], []));
    for (const query of ["is a", "is apple", "his app", "s ap"]) {
      const { ways } = client.readQuery(query);
      expect(ways.some((codes) => codes.length > 0 && codes.every((code) => words.has(code)))).toBe(true);
    }
  });

  it("find a text that ends in the middle of words", () => {
    const text = "Several pipelines are green today";
    const parts = (query: string) => client.excerpt(client.readQuery(query), "", text);
    expect(marked(parts("elines are gre"))).toEqual(["elines are gre"]);
    expect(
      parts("elines are gre")
        ?.map(([part]) => part)
        .join(""),
    ).toBe(text);
    expect(marked(parts("today several"))).toEqual(["Several", "today"]);
    expect(parts("pipelines blue")).toBeUndefined();
  });

  it("cut the same excerpt out of a long text, however it is written there", () => {
    const filler = "别的话，与此无关。".repeat(400);
    const cut = (text: string) => client.excerpt(client.readQuery("C++ 孤本 Café"), "", text)!;
    const text = `${filler}前面的话 C++，孤本 café 后面的话${filler}`;
    expect(marked(cut(text))).toEqual(["C++，孤本 café"]);
    // The accent as a character of its own: only folding finds it.
    expect(marked(cut(text.normalize("NFD")))).toEqual(["C++，孤本 café"]);
    const shown = cut(text).map(([part]) => part);
    expect(shown.join("")).toContain("前面的话 C++，孤本 café 后面的话");
    expect(shown).toEqual(cut(`${filler}${text}`).map(([part]) => part));
    // Told to be cut out.
    expect([shown[0], shown.at(-1)]).toEqual(["…", "…"]);
  });
});

describe("what is shown", () => {
  const excerpt = (query: string, text: string) => client.excerpt(client.readQuery(query), "", text)!;
  const shown = (parts: Parts) => parts.map(([part]) => part).join("");

  it.each([
    ["python", "《Python 小游戏》", ["Python"]],
    ["游戏 python", "Python 小游戏：用 python！", ["Python", "游戏", "python"]],
    ["小游戏 python", "Python 小游戏：python！", ["小游戏：python"]],
    ["cafe", "Le Café", ["Café"]],
    ["stone", "【】", []],
    ["stone", "", []],
  ])("%s is marked in the title %s, which stays whole", (query, title, expected) => {
    const parts = client.markTitle(client.readQuery(query), title);
    expect(marked(parts)).toEqual(expected);
    expect(shown(parts)).toBe(title);
  });

  it("begins and ends with whole words, and with the sign before the first", () => {
    const words = "understandable considerations nevertheless accumulate everywhere ".repeat(8);
    expect(shown(excerpt("pumice", `${words}pumice ${words}`))).toMatch(/^…\w+ \w+ pumice .* (\w+)… *$/u);
    const parts = shown(excerpt("pumice", `${words}pumice ${words}`))
      .replaceAll("…", "")
      .trim()
      .split(" ");
    expect(parts.filter((word) => word !== "pumice" && !words.includes(`${word} `))).toEqual([]);
    expect(shown(excerpt("写着", "《写着》的书"))).toBe("《写着》的书");
    expect(shown(excerpt("xyz", `${"a".repeat(300)}xyz${"a".repeat(300)}`)).length).toBeLessThan(200);
  });

  it("is the place that has most of the words", () => {
    const filler = "别的话，与此无关。".repeat(40);
    expect(marked(excerpt("浮石 墨水", `浮石。${filler}墨水。${filler}用墨水之前先用浮石。`))).toEqual([
      "墨水",
      "浮石",
    ]);
  });
});

describe("results", () => {
  /** Searches posts of which the index says that they may have the words; pages are answered when `open` is called. */
  function searchAmong(query: string, titles: readonly string[], page: string, narrowed: readonly number[] = []) {
    let open = () => {};
    const isOpen = new Promise<void>((resolve) => {
      open = resolve;
    });
    const index: SearchIndex = {
      find: async () => Array.from(titles.keys()),
      narrow: async (found) => found.filter((post) => narrowed.includes(post)),
      describe: async (post) => [`/${post}/`, titles[post]!, "2024-03-01"],
    };
    const results = client.search(query, index, () => isOpen.then(() => page))[Symbol.asyncIterator]();
    const next = async () => (await results.next()).value as Result | undefined;
    return { open, next };
  }

  it("with the words in their titles come before their pages", async () => {
    const { open, next } = searchAmong("写着孤本", ["这里写着孤本", "写着"], "文中写着孤本。");
    const first = await next();
    expect(first?.url).toBe("/0/");
    const second = next();
    await expect(Promise.race([second, new Promise(setImmediate)])).resolves.not.toHaveProperty("url");
    open();
    expect(marked(await first?.parts)).toEqual(["写着孤本"]);
    expect((await second)?.url).toBe("/1/");
  });

  it("of one gram need no page to be sure of", async () => {
    expect(await searchAmong("孤本", ["别的"], "").next()).toMatchObject({ url: "/0/" });
  });

  it("are asked for by more grams when a page lacks the words", async () => {
    const titles = Array.from({ length: 40 }, (_, post) => (post === 30 ? "一句话里写着好几个字的孤本" : "写着"));
    const { open, next } = searchAmong("话里写着好几个字的孤本", titles, "没有", [30, 31]);
    open();
    expect(await next()).toMatchObject({ url: "/30/" });
    expect(await next()).toBeUndefined();
  });

  it("pause after fifteen pages, and go on when they are asked to", async () => {
    const looked: string[] = [];
    const index: SearchIndex = {
      find: async () => Array.from({ length: 40 }, (_, post) => post),
      narrow: async (found) => found,
      describe: async (post) => [`/${post}/`, "", "2024-03-01"],
    };
    const readPage = async (url: string) => {
      looked.push(url);
      return url === "/35/" ? "写着孤本" : "";
    };
    const results = client.search("写着孤本", index, readPage)[Symbol.asyncIterator]();
    const counts: unknown[] = [];
    for (let step = await results.next(); !step.done; step = await results.next())
      counts.push([step.value?.url, looked.length]);
    expect(counts).toEqual([
      [undefined, 15],
      [undefined, 30],
      ["/35/", 36],
    ]);
  });

  it("whose pages lack the words are left out", async () => {
    const { open, next } = searchAmong("写着孤本", ["孤本", "写着孤本"], "写着，而无孤。本");
    open();
    expect(await next()).toMatchObject({ url: "/1/" });
    expect(await next()).toBeUndefined();
  });
});
