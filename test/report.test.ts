import { describe, expect, test } from "vitest";
import { type Message, UserError } from "../src/model/message.js";
import { createReport, exitCodeOf } from "../src/report.js";
import { makeResult } from "./report/result.js";
import { makeTerminal } from "./report/terminal.js";
import { makeFolder } from "./writer/folder.js";

const warning: Message = { severity: "warning", ruleId: "odd", reason: "something is odd" };
const eventsOf = (stdout: string) =>
  stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));

function printMessages(messages: readonly Message[], source = "/nowhere", options = {}, env = {}): string {
  const { terminal, printed } = makeTerminal(env);
  createReport(terminal, options).messages(messages, source);
  return printed.stderr;
}

describe("messages", () => {
  test("show their place in the file and what to do", () => {
    const source = makeFolder({ "posts/a.md": "---\nlayout: post\ntitle: 标题: foo\n---\n" });
    const message: Message = {
      severity: "error",
      ruleId: "front-matter-yaml",
      reason: "a colon in an unquoted title",
      note: 'Write title: "标题: foo"',
      file: "posts/a.md",
      line: 3,
      column: 10,
    };
    expect(printMessages([message], source)).toBe(
      [
        "✖ posts/a.md:3:10 a colon in an unquoted title [front-matter-yaml]",
        "      2 | layout: post",
        "    > 3 | title: 标题: foo",
        // Each of the two Chinese characters takes two columns.
        "        |            ^",
        '    → Write title: "标题: foo"',
        "",
      ].join("\n"),
    );
  });

  test("show a window of a line that is too long for a terminal", () => {
    const source = makeFolder({ "a.md": `${"x".repeat(5000)}HERE${"y".repeat(5000)}` });
    const text = printMessages([{ ...warning, file: "a.md", line: 1, column: 5001 }], source);
    const [, line, mark] = text.split("\n");
    expect(line!.length).toBeLessThan(120);
    expect(line!.slice(mark!.indexOf("^")).startsWith("HERE")).toBe(true);
  });

  test("do without the frame when the file is not there or shorter", () => {
    const source = makeFolder({ "a.md": "one line" });
    expect(printMessages([{ ...warning, file: "b.md", line: 1 }], source)).toBe("! b.md:1 something is odd [odd]\n");
    expect(printMessages([{ ...warning, file: "a.md", line: 9 }], source)).toBe("! a.md:9 something is odd [odd]\n");
  });

  test("cannot command the terminal or reorder its lines, wherever they come from", () => {
    const evil = "\x1b[2J\x1b]0;owned\x07\u009b31m\u202egpj\r\n::error::x\x08\u2066##[add-path]/tmp";
    const source = makeFolder({ "a.md": `${evil}\n${evil}` });
    const message: Message = { ...warning, reason: evil, note: evil, ruleId: "evil", file: "a.md", line: 2, column: 4 };
    for (const env of [{}, { GITHUB_ACTIONS: "true" }]) {
      const text = printMessages([message, { ...message, file: evil }], source, {}, env);
      expect(text).not.toMatch(/[\0-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/);
      expect(text.split("\n").filter((line) => line.startsWith("::error::"))).toEqual([]);
      if (env.GITHUB_ACTIONS) expect(text).not.toContain("##[");
    }
    const { terminal, printed } = makeTerminal();
    const skipped = [{ path: evil, why: "draft" as const }];
    const removals = [{ rule: evil, count: 1, posts: 1 }];
    createReport(terminal).build(
      makeResult({ skipped, removals, profile: { stages: [], slowestPosts: [{ path: evil, milliseconds: 1 }] } }),
    );
    expect(printed.stderr).not.toMatch(/[\0-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/);
  });

  test("that repeat are counted; the worst come last", () => {
    const many = Array.from({ length: 50_000 }, (_, n) => ({ ...warning, file: `posts/${n}.md` }));
    const text = printMessages([{ ...warning, severity: "error", ruleId: "bad" }, ...many]);
    const lines = text.trim().split("\n");
    expect(lines).toHaveLength(12);
    expect(lines[10]).toBe("  … and 49,990 more of [odd]; --verbose shows all");
    expect(lines[11]).toBe("✖ something is odd [bad]");
    expect(printMessages(many.slice(0, 500), "", { verbose: true }).trim().split("\n")).toHaveLength(500);
    expect(printMessages(many.slice(0, 12), "").trim().split("\n")).toHaveLength(12);
  });

  test("are annotations in GitHub Actions, with the path from the repository's root", () => {
    const message: Message = {
      ...warning,
      reason: "100% odd",
      note: "mend: it",
      file: "posts/a,b.md",
      line: 2,
      column: 3,
    };
    expect(printMessages([message], "/repo/blog", {}, { GITHUB_ACTIONS: "true", GITHUB_WORKSPACE: "/repo" })).toContain(
      "\n::warning file=blog/posts/a%2Cb.md,line=2,col=3,title=odd::100%25 odd%0Amend: it\n",
    );
  });

  test("colour only where a person looks on and wants it", () => {
    const isColoured = (env: Record<string, string>, isTTY: boolean) => {
      const { terminal, printed } = makeTerminal(env, isTTY);
      createReport(terminal).messages([warning], "");
      return printed.stderr.includes("\x1b[");
    };
    expect(isColoured({}, true)).toBe(true);
    expect(isColoured({}, false)).toBe(false);
    expect(isColoured({ NO_COLOR: "1" }, true)).toBe(false);
    expect(isColoured({ FORCE_COLOR: "1" }, false)).toBe(true);
    expect(isColoured({ TERM: "dumb" }, true)).toBe(false);
  });

  test("below errors are left out when quiet", () => {
    expect(printMessages([warning, { ...warning, severity: "error" }], "", { quiet: true })).toBe(
      "✖ something is odd [odd]\n",
    );
  });
});

describe("a build", () => {
  const result = makeResult({
    messages: [warning],
    skipped: [
      { path: "drafts/a.md", why: "draft" },
      { path: "posts/b.md", why: "future", until: "2030-01-01 08:00 +08:00" },
      ...Array.from({ length: 9 }, (_, n) => ({ path: `posts/x${n}.md`, why: "unpublished" as const })),
    ],
    removals: [
      { rule: "svg", count: 24_621, posts: 24_621 },
      { rule: "a:empty", count: 3, posts: 1 },
    ],
    counts: { posts: 128, pages: 131, fromCache: 120, files: 214, bytes: 3_140_000 },
    written: { added: ["a.html"], changed: ["b.html", "c.html"], removed: [], unchanged: 211 },
    milliseconds: 1912,
  });

  test("is summed up: what was skipped and why, what was removed, what was written", () => {
    const { terminal, printed } = makeTerminal();
    createReport(terminal).build(result);
    expect(printed.stderr.trim().split("\n").slice(1)).toEqual([
      "skipped 1 draft: drafts/a.md  (--drafts includes it)",
      "skipped 1 scheduled: posts/b.md (2030-01-01 08:00 +08:00)  (--future includes it)",
      "skipped 9 unpublished: posts/x0.md, posts/x1.md, posts/x2.md, posts/x3.md, posts/x4.md, …  (--unpublished includes them)",
      "removed 24,624 from the posts: 24,621 × svg, 3 × a:empty",
      "✔ read 139 posts (120 from cache) · skipped 11 · 131 pages · 214 files, 3.1 MB in _site/ (1 new, 2 changed) · 1 warning · 1.9 s",
    ]);
    expect(printed.stdout).toBe("");
  });

  test("that failed says that the old site stands", () => {
    const { terminal, printed } = makeTerminal();
    createReport(terminal, { quiet: true }).build(
      makeResult({ ok: false, messages: [{ ...warning, severity: "error" }, warning] }),
    );
    expect(printed.stderr).toMatch(/✖ 1 error, 1 warning\. Nothing was written: _site\/ stays as it was\n$/);
  });

  test("is told to programs as one event a line, on stdout alone", () => {
    const { terminal, printed } = makeTerminal();
    createReport(terminal, { json: true }).build(result);
    const events = eventsOf(printed.stdout);
    expect(events[0]).toEqual({ event: "message", severity: "warning", code: "odd", message: "something is odd" });
    expect(events.filter(({ event }) => event === "skipped")).toHaveLength(11);
    expect(events.filter(({ event }) => event === "file")).toEqual([
      { event: "file", change: "added", path: "a.html" },
      { event: "file", change: "changed", path: "b.html" },
      { event: "file", change: "changed", path: "c.html" },
    ]);
    expect(events.at(-1)).toMatchObject({
      event: "summary",
      ok: true,
      posts: 128,
      files: 214,
      skipped: 11,
      unchanged: 211,
    });
    expect(printed.stderr).not.toBe("");
  });

  test("tells its progress in one line on a terminal, and by phase elsewhere", () => {
    const show = (isTTY: boolean) => {
      const { terminal, printed } = makeTerminal({}, isTTY);
      const report = createReport(terminal);
      for (let done = 1; done <= 1000; done += 1) report.progress({ phase: "read", done, total: 1000 });
      report.progress({ phase: "write", done: 1, total: 1 });
      report.messages([warning], "");
      return printed.stderr;
    };
    expect(show(false)).toBe("reading 1,000 posts\nwriting 1 file\n! something is odd [odd]\n");
    expect(show(true).split("\n")).toHaveLength(2);
    expect(show(true)).toContain("\r\x1b[2Kreading");
    expect(show(true)).toMatch(/\r\x1b\[2K\x1b\[33m!/);
  });
});

describe("what was thrown", () => {
  test("is explained when the user can mend it, and asks for its exit code", () => {
    const { terminal, printed } = makeTerminal();
    const error = new UserError(
      [{ severity: "error", ruleId: "config-value", reason: "no such zone", file: "_config.yml" }],
      2,
    );
    expect(createReport(terminal, { json: true }).failure(error, "")).toBe(2);
    expect(printed.stderr).toBe("✖ _config.yml no such zone [config-value]\n");
    expect(eventsOf(printed.stdout)).toEqual([
      { event: "message", severity: "error", code: "config-value", message: "no such zone", file: "_config.yml" },
      { event: "summary", ok: false },
    ]);
  });

  test("is a bug otherwise: its stack and exit code 3", () => {
    const { terminal, printed } = makeTerminal();
    expect(createReport(terminal).failure(new TypeError("x is undefined"), "")).toBe(3);
    expect(printed.stderr).toMatch(/TypeError: x is undefined\n\s+at [\s\S]*This is a bug in Pumice/);
    expect(createReport(terminal).failure("just a text", "")).toBe(3);
  });
});

test("exit codes", () => {
  expect(exitCodeOf([])).toBe(0);
  expect(exitCodeOf([warning])).toBe(0);
  expect(exitCodeOf([warning], true)).toBe(1);
  expect(exitCodeOf([{ ...warning, severity: "error" }])).toBe(1);
});
