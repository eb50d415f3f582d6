import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { writeSite } from "../checks/site-of.js";
import { run } from "./terminal.js";

const broken = { "posts/2020-01-02-a.html": `---\ndate: 2020-01-02\n---\n<p><a href="/none">b</a></p>` };

test("nothing to say: exit code 0", async () => {
  const { exitCode, stderr, stdout } = await run([
    "check",
    "-s",
    writeSite({ "posts/2020-01-02-a.md": "---\ntitle: A\n---\nText\n" }),
  ]);
  expect(exitCode).toBe(0);
  expect(stdout).toBe("");
  expect(stderr).toMatch(/✔ checked 1 post and \d+ pages: nothing to say/);
});

test("warnings: exit code 0, and 1 when they count as errors", async () => {
  const source = writeSite(broken);
  const { exitCode, stderr } = await run(["check", "-s", source]);
  expect(exitCode).toBe(0);
  expect(stderr).toContain("! posts/2020-01-02-a.html:4:13 A link leads to nothing on this site: /none [broken-link]");
  expect(stderr).toMatch(/! checked 1 post and \d+ pages: 1 warning/);
  expect((await run(["check", "-s", source, "--strict"])).exitCode).toBe(1);
});

test("errors: exit code 1", async () => {
  const source = writeSite({ "posts/2020-01-02-a.md": "---\npassword: secret\n---\nText\n" });
  expect((await run(["check", "-s", source])).exitCode).toBe(1);
});

test("a wrong configuration or command line: exit code 2", async () => {
  expect((await run(["check", "-s", writeSite({ "_config.yml": "paginate: no\n" })])).exitCode).toBe(2);
  expect((await run(["check", "--format", "xml"])).exitCode).toBe(2);
});

test("events for programs", async () => {
  const { stdout } = await run(["check", "-s", writeSite(broken), "--json"]);
  const events = stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(events[0]).toMatchObject({ event: "message", code: "broken-link", line: 4, col: 13 });
  expect(events.at(-1)).toMatchObject({ event: "summary", ok: true, posts: 1, warnings: 1, errors: 0 });
});

test("annotations for GitHub, each once in its Actions, too", async () => {
  const source = writeSite(broken);
  for (const env of [{}, { GITHUB_ACTIONS: "true" }]) {
    const { stdout, stderr } = await run(["check", "-s", source, "--format", "github"], undefined, {
      GITHUB_WORKSPACE: source,
      ...env,
    });
    expect(stdout).toMatch(/^::warning file=posts\/2020-01-02-a\.html,line=4,col=13,title=broken-link::A link leads/);
    expect(stderr).not.toContain("::warning");
  }
});

test("SARIF, and nothing else, on stdout", async () => {
  const source = writeSite(broken);
  const { stdout } = await run(["check", "-s", source, "--format", "sarif"]);
  expect(JSON.parse(stdout).runs[0].results).toMatchObject([{ ruleId: "broken-link", level: "warning" }]);
});

test("--fix mends front matter, tells how, and leaves the rest of the file alone", async () => {
  const before = "\ufeff---\r\ntitel: Ink: a tale # no comment\r\ndate: 2020-01-02\r\n---\r\nTitel: text\r\n";
  const source = writeSite({ "posts/2020-01-02-a.md": before });
  const { exitCode, stderr } = await run(["check", "-s", source, "--fix"]);
  expect(exitCode).toBe(0);
  expect(stderr).toContain(
    "mended posts/2020-01-02-a.md:2\n    - titel: Ink: a tale # no comment\n    + title: 'Ink: a tale # no comment'",
  );
  expect(stderr).toContain("nothing to say");
  expect(readFileSync(join(source, "posts/2020-01-02-a.md"), "utf8")).toBe(
    before.replace("titel: Ink: a tale # no comment", "title: 'Ink: a tale # no comment'"),
  );
  expect((await run(["check", "-s", source, "--fix"])).stderr).not.toContain("mended");
});

test("--urls: the list that pumice list urls printed, before a post moved", async () => {
  const source = writeSite({ "posts/2020-01-02-a.md": "---\ntitle: A\n---\nText\n" });
  for (const format of [[], ["--json"]]) {
    const list = join(source, "urls");
    writeFileSync(list, (await run(["list", "urls", "-s", source, ...format])).stdout);
    expect((await run(["check", "-s", source, "--urls", list])).stderr).toContain("nothing to say");
    const moved = await run(["check", "-s", source, "--urls", list, "--config", writeConfig(source)]);
    expect(moved.stderr).toContain("Add `redirect_from: /2020/01/02/a.html` to posts/2020-01-02-a.md");
  }
  expect((await run(["check", "-s", source, "--urls", join(source, "none")])).exitCode).toBe(2);
});

function writeConfig(source: string): string {
  const file = join(source, "moved.yml");
  writeFileSync(file, "url: https://example.org\npermalink: /:title/\n");
  return file;
}
