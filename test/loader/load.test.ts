import { readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loadDocument } from "../../src/loader/load.js";
import type { Document } from "../../src/model/document.js";

const options = { timezone: "Asia/Shanghai", noCategories: ["未分类", "无标签"], withOrigins: true };
const fixtures = join(import.meta.dirname, "../fixtures/loader");

function load(
  content: string | Uint8Array,
  path = "posts/2020-01-02-ink.md",
  folder: "posts" | "drafts" | "pages" = "posts",
) {
  return loadDocument({ path, bytes: typeof content === "string" ? Buffer.from(content) : content, folder }, options);
}

/** The document as JSON, without the fields that say nothing. */
function print(document: Document): string {
  const { pin, hidden, noindex, ...others } = document.frontMatter;
  const switches = { ...(pin ? { pin } : {}), ...(hidden ? { hidden } : {}), ...(noindex ? { noindex } : {}) };
  const isEmpty = (value: unknown) => typeof value === "object" && Object.keys(value ?? {}).length === 0;
  const frontMatter = Object.fromEntries(
    Object.entries({ ...others, ...switches }).filter(([, value]) => !isEmpty(value)),
  );
  return `${JSON.stringify({ ...document, frontMatter }, null, 2)}\n`;
}

describe("fixtures", () => {
  for (const name of readdirSync(fixtures)) {
    test(name, async () => {
      const input = readdirSync(join(fixtures, name)).find((file) => file.startsWith("input"))!;
      const document = load(readFileSync(join(fixtures, name, input)), `posts/2020-01-02-${name}${extname(input)}`);
      await expect(print(document)).toMatchFileSnapshot(join(fixtures, name, "expected.json"));
    });
  }
});

describe("bytes", () => {
  const post = "---\ntitle: 墨水\n---\n一\n";

  test("UTF-8 with a mark, CRLF and lone CR", () => {
    const document = load("\ufeff---\r\ntitle: 墨水\r\n---\r\na\rb\r\n");
    expect(document).toMatchObject({ frontMatter: { title: "墨水" }, body: "a\nb\n", bodyLine: 4, messages: [] });
  });

  test.each([
    ["UTF-16 LE", Buffer.from(`\ufeff${post}`, "utf16le")],
    ["UTF-16 BE", Buffer.from(`\ufeff${post}`, "utf16le").swap16()],
  ])("%s", (_, bytes) => {
    expect(load(bytes)).toMatchObject({ frontMatter: { title: "墨水" }, body: "一\n", messages: [] });
  });

  test("GB18030 is read with a warning", () => {
    const bytes = Buffer.concat([
      Buffer.from("---\ntitle: "),
      Buffer.from([0xc4, 0xe3, 0xba, 0xc3]),
      Buffer.from("\n---\n"),
    ]);
    const { frontMatter, messages } = load(bytes);
    expect(frontMatter.title).toBe("你好");
    expect(messages).toMatchObject([{ severity: "warning", ruleId: "encoding", line: 2, column: 8 }]);
  });

  test("Windows-1252 is read with a warning", () => {
    const { frontMatter, messages } = load(Buffer.from("---\ntitle: na\xefve caf\xe9\n---\n", "latin1"));
    expect(frontMatter.title).toBe("naïve café");
    expect(messages).toMatchObject([{ severity: "warning", ruleId: "encoding", line: 2, column: 10 }]);
  });

  test("one broken byte does not turn a UTF-8 file into another encoding", () => {
    const { body, frontMatter, messages } = load(
      Buffer.concat([Buffer.from(post), Buffer.from([0xe4]), Buffer.from("二")]),
    );
    expect(frontMatter.title).toBe("墨水");
    expect(body).toBe("一\n\ufffd二");
    expect(messages).toMatchObject([{ severity: "warning", ruleId: "encoding", line: 5, column: 1 }]);
  });

  test("control characters go with a warning, tabs stay", () => {
    const { body, messages } = load("---\ntitle: x\n---\na\tb\0\nc\x1b[1m\uffff");
    expect(body).toBe("a\tb\nc[1m");
    expect(messages).toMatchObject([{ severity: "warning", ruleId: "control-characters", line: 4, column: 4 }]);
    expect(messages[0]?.reason).toContain("3 invisible");
  });
});

describe("fallbacks", () => {
  test("the date comes from the file name, in the site's time zone", () => {
    const { frontMatter } = load("---\ntitle: x\n---\n");
    expect(frontMatter.date).toBe(Date.parse("2020-01-02T00:00:00+08:00"));
    expect(frontMatter.origins.date).toBe("file name");
  });

  test("a post without any date is reported, a page is not", () => {
    expect(load("---\ntitle: x\n---\n", "posts/x.md").messages).toMatchObject([{ ruleId: "missing-date" }]);
    expect(load("---\ntitle: x\n---\n", "pages/x.md", "pages").messages).toEqual([]);
  });

  test("what lies among the drafts is a draft", () => {
    expect(load("---\ntitle: x\n---\n", "drafts/x.md", "drafts").frontMatter.status).toBe("draft");
  });
});

describe("hostile front matter", () => {
  const problemsOf = (block: string) => load(`---\n${block}\n---\nbody`);

  test.each([["js"], ["javascript"], ["coffee"], ["json5"], ["constructor"], ["__proto__"], ["toml"]])(
    "---%s is an error and runs nothing",
    (language) => {
      const document = load(`---${language}\nglobalThis.pwned = true\n---\nbody`);
      expect(document.messages).toMatchObject([{ severity: "error", ruleId: "front-matter-language", line: 1 }]);
      expect(document.body).toBe("body");
      expect(globalThis).not.toHaveProperty("pwned");
    },
  );

  test("the same bad text gives the same answer every time, and nothing is shared", () => {
    const text = "---\ntitle: a: b\nextra: [x]\n---\nbody";
    const first = load(text);
    const second = load(text);
    expect(second).toEqual(first);
    expect(second.frontMatter.extra.extra).not.toBe(first.frontMatter.extra.extra);
  });

  test("keys of the prototype are harmless", () => {
    const { frontMatter } = problemsOf(
      "__proto__: {bad: 1}\nconstructor: x\nm: {__proto__: {bad: 1}, toString: y}\n<<: {bad: 2}",
    );
    expect({}).not.toHaveProperty("bad");
    expect(Object.keys(frontMatter.extra).sort()).toEqual(["bad", "constructor", "m"]);
    expect(Object.keys(frontMatter.extra.m as object)).toEqual(["toString"]);
  });

  test.each([
    [
      "an alias bomb",
      `a: &a [x, x, x, x, x, x, x, x, x]\n${[..."bcdefghij"].map((name, i) => `${name}: &${name} [${Array(9).fill(`*${"abcdefghij"[i]}`)}]`).join("\n")}`,
    ],
    ["a cycle", "a: &a [*a]"],
    ["deep brackets", `a: ${"[".repeat(5000)}${"]".repeat(5000)}`],
    ["deep lists", `a: ${"- ".repeat(5000)}`],
  ])("%s costs only its own key", (_, block) => {
    const document = problemsOf(`${block}\ntitle: kept`);
    expect(document.frontMatter.title).toBe("kept");
    expect(document.messages.every(({ ruleId }) => ruleId === "front-matter-syntax")).toBe(true);
    expect(document.messages.length).toBeGreaterThan(0);
    expect(JSON.stringify(document).length).toBeLessThan(200_000);
  });

  test.each([
    ["a huge scalar", `title: ${"x".repeat(2_000_000)}`],
    ["a book of mistakes", "a: b: c\n".repeat(6000)],
    ["a gulf of blank lines", `title: x${"\n".repeat(200_000)}`],
  ])("%s is an error", (_, block) => {
    expect(problemsOf(block).messages).toMatchObject([{ severity: "error", ruleId: "front-matter-size" }]);
  });

  test("twenty thousand tags are fine", () => {
    const tags = Array.from({ length: 20_000 }, (_, i) => `tag${i}`);
    expect(problemsOf(`tags: [${tags}]`).frontMatter.tags).toEqual(tags);
  });
});

describe("properties", () => {
  test("no bytes make it throw", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.boolean(), (bytes, dashes) => {
        const document = load(dashes ? Buffer.concat([Buffer.from("---\n"), bytes, Buffer.from("\n---\n")]) : bytes);
        expect(JSON.parse(JSON.stringify(document))).toBeTypeOf("object");
      }),
      { numRuns: 1000 },
    );
  });

  test("no text of YAML's characters makes it throw or loses the body", () => {
    const piece = fc.constantFrom(
      "title",
      "a",
      ":",
      " ",
      "\n",
      "- ",
      "[",
      "]",
      "{",
      "}",
      '"',
      "'",
      "*",
      "&",
      "!",
      "|",
      ">",
      "#",
      "\t",
      "：",
      "?",
      ",",
      "<<",
      "%",
      "---x",
      "\\",
      "墨",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const document = load(`---\n${pieces.join("")}\n---\nthe body`);
        expect(document.body.endsWith("the body")).toBe(true);
        expect(document.bodyLine).toBe(
          `---\n${pieces.join("")}\n---\nthe body`.slice(0, -document.body.length).split("\n").length,
        );
      }),
      { numRuns: 3000 },
    );
  });
});
