import { execFileSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";

const root = resolve(import.meta.dirname, "..");
const program = join(root, "dist/cli.js");

/** A copy of an example, beside which Pumice is installed. */
function copyOf(name: string): string {
  const site = mkdtempSync(join(tmpdir(), "pumice-example-"));
  onTestFinished(() => rmSync(site, { recursive: true, force: true }));
  cpSync(join(root, "examples", name), site, { recursive: true });
  mkdirSync(join(site, "node_modules"));
  symlinkSync(root, join(site, "node_modules/pumice"));
  return site;
}

/** Runs the compiled program, as users do; what it printed for people. */
function pumice(...args: readonly string[]): { readonly status: number; readonly stderr: string } {
  try {
    execFileSync(process.execPath, [program, ...args], { stdio: ["ignore", "pipe", "pipe"], encoding: "utf8" });
    return { status: 0, stderr: "" };
  } catch (error) {
    const { status, stderr } = error as { status: number; stderr: string };
    return { status, stderr };
  }
}

function built(name: string): (path: string) => string {
  const site = copyOf(name);
  expect(pumice("build", "-s", site)).toEqual({ status: 0, stderr: "" });
  return (path) => readFileSync(join(site, "_site", path), "utf8");
}

/** Needs the compiled program, which `npm test` makes. */
describe.skipIf(!existsSync(program))("examples", () => {
  const tests: Readonly<Record<string, () => void>> = {
    "own-cleanup": () => {
      const html = built("own-cleanup")("2024/05/01/green-tea.html");
      expect(html).toContain("A tin (12 €) lasts a month.");
      expect(html).toContain("It keeps for");
      expect(html).not.toMatch(/Menu of the shop|Buy now|Five stars|teashop|basket/);
    },
    "own-step": () => {
      const html = built("own-step")("2024/05/02/dots.html");
      expect(html).toContain("Wait… here it comes: <code>a...b</code> stays.");
    },
    "own-page-kind": () => {
      const html = built("own-page-kind")("months/2024-05/index.html");
      expect(html).toContain('<a href="/2024/05/03/first.html">First</a>');
      expect(html).toContain('<a href="/2024/05/30/second.html">Second</a>');
    },
    "own-emitter": () => {
      const file = JSON.parse(built("own-emitter")("latest.json"));
      expect(file).toEqual({ title: "Newest", url: "/2024/05/04/newest.html" });
    },
    "own-check": () => {
      const { status, stderr } = pumice("build", "--strict", "-s", copyOf("own-check"));
      expect(status).toBe(1);
      expect(stderr).toContain("posts/2024-05-05-untagged.md:3:1 The post has no tag [needs-tag]");
    },
    "own-filter": () => {
      expect(built("own-filter")("2024/05/06/signed.html")).toContain("<p>MA</p>");
    },
  };

  test.each(readdirSync(join(root, "examples"), { withFileTypes: true }).filter((entry) => entry.isDirectory()))(
    "$name",
    ({ name }) => {
      expect(Object.keys(tests)).toContain(name);
      tests[name]!();
    },
  );

  test("a change of the code, or of what it imports, is a change of the site; many posts are cleaned in threads", () => {
    const site = copyOf("own-filter");
    for (let number = 0; number < 250; number += 1) writeFileSync(join(site, `posts/2024-01-01-${number}.md`), "Text");
    const read = () => readFileSync(join(site, "_site/2024/01/01/249.html"), "utf8");
    pumice("build", "-s", site);
    expect(read()).toContain("<p>MA</p>");
    const file = join(site, "initials.js");
    writeFileSync(file, readFileSync(file, "utf8").replace('join("")', 'join(".")'));
    pumice("build", "-s", site);
    expect(read()).toContain("<p>M.A</p>");
  }, 180_000);

  test("code that fails on a post is told with its place, and the others are read", () => {
    const site = copyOf("own-step");
    const code = 'export default { steps: [{ name: "bad", transform() {\n  missing();\n} }] };\n';
    writeFileSync(join(site, "pumice.config.js"), code);
    const { status, stderr } = pumice("build", "-s", site);
    expect(status).toBe(1);
    expect(stderr).toContain("own code failed on this post: ReferenceError: missing is not defined [own-code]");
    expect(stderr).toMatch(/pumice\.config\.js\?\w+:2:3/);
  });

  test.each([
    ["export default { cleanup: [] };", "Did you mean `cleanups`?"],
    ["export default { steps: {} };", "It is a list"],
    ["export const x = 1;", "no default export"],
    ["nowhere();\n", "nowhere is not defined"],
  ])("%j is told as the user's mistake", (text, expected) => {
    const site = copyOf("own-step");
    writeFileSync(join(site, "pumice.config.js"), text);
    const { status, stderr } = pumice("build", "-s", site);
    expect(status).toBe(2);
    expect(stderr).toContain("pumice.config.js");
    expect(stderr).toContain(expected);
    expect(existsSync(join(site, "_site"))).toBe(false);
  });
});
