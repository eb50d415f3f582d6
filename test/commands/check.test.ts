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
