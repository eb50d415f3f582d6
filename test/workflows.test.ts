import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";

/*
 * Actions do not run here, so what they need is looked up in the files: the shape that GitHub asks for, and what a workflow
 * that publishes must have.
 */

interface Step {
  readonly id?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Workflow {
  readonly name: string;
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: Readonly<Record<string, string>>;
  readonly concurrency: { readonly group: string };
  readonly jobs: Readonly<
    Record<
      string,
      {
        readonly "runs-on": string;
        readonly needs?: string;
        readonly permissions?: object;
        readonly steps: readonly Step[];
      }
    >
  >;
}

/** A workflow, or the one that a document shows. */
function read(file: string): Workflow {
  const text = readFileSync(new URL(`../${file}`, import.meta.url), "utf8");
  return parse(file.endsWith(".md") ? /```yaml\n(.*?)```/s.exec(text)![1]! : text);
}

const publishing = [".github/workflows/pages.yml", "templates/deploy/github/.github/workflows/pages.yml"];

const large = "docs/large-sites.md";
const release = ".github/workflows/release.yml";

const nightly = ".github/workflows/nightly.yml";

describe.each([...publishing, ".github/workflows/ci.yml", release, large, nightly])("%s", (file) => {
  const workflow = read(file);
  const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);

  test("has what GitHub asks for, and no more rights than it needs", () => {
    expect(workflow.name).not.toBe("");
    expect(Object.keys(workflow.on)).toContain(file === nightly ? "schedule" : "push");
    expect(workflow.permissions).toEqual({ contents: "read" });
    expect(workflow.concurrency.group).toContain("github.ref");
    for (const job of Object.values(workflow.jobs)) expect(job["runs-on"]).toMatch(/^ubuntu-/);
  });

  test("each step runs or uses something, actions with a version", () => {
    for (const step of steps) expect([step.run, step.uses].filter(Boolean)).toHaveLength(1);
    for (const { uses } of steps) if (uses) expect(uses).toMatch(/^actions\/[\w-]+@v\d+$/);
  });

  test("names only steps that there are, and puts no expression into a shell", () => {
    const ids = steps.map(({ id }) => id);
    const named = JSON.stringify(workflow).matchAll(/steps\.(\w+)\.outputs/g);
    for (const [, id] of named) expect(ids).toContain(id);
    for (const { run } of steps) expect(run ?? "").not.toContain("${{");
  });
});

describe.each(publishing)("%s", (file) => {
  const { on, jobs } = read(file);
  const build = jobs.build!;

  test("runs daily and for pull requests, which only build", () => {
    expect(on).toMatchObject({ schedule: [{ cron: expect.stringMatching(/^\d+ \d+ \* \* \*$/) }] });
    expect(Object.keys(on)).toContain("pull_request");
    expect(jobs.deploy).toMatchObject({ if: "github.event_name != 'pull_request'", needs: "build" });
    expect(jobs.deploy!.permissions).toEqual({ pages: "write", "id-token": "write" });
  });

  test("restores the cache, checks, builds for the reported base path and hands the site over", () => {
    const text = build.steps.map((step) => `${step.uses ?? ""} ${step.run ?? ""}`);
    const at = (part: string) => text.findIndex((line) => line.includes(part));
    const order = ["npm ci", "actions/cache", "check --format github", "--baseurl", "upload-pages-artifact"].map(at);
    expect(order.every((index) => index >= 0)).toBe(true);
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(build.steps.find(({ uses }) => uses?.startsWith("actions/cache"))?.with).toMatchObject({ path: ".pumice" });
  });
});

describe(release, () => {
  const { on, jobs } = read(release);
  const { permissions, steps } = jobs.publish!;

  test("publishes tagged versions only, in nobody's name but its own", () => {
    expect(on).toEqual({ push: { tags: [expect.stringMatching(/^v\[0-9\]/)] } });
    expect(permissions).toEqual({ contents: "read", "id-token": "write" });
  });

  test("checks before it publishes, with provenance, what has the version of the tag", () => {
    const runs = steps.map(({ run }) => run ?? "");
    const at = (part: string) => runs.findIndex((run) => run.includes(part));
    const order = ["npm ci", "npm run check", '"$GITHUB_REF_NAME"', "repository.url", "npm publish"].map(at);
    expect(order.every((index) => index >= 0)).toBe(true);
    expect(order).toEqual([...order].sort((a, b) => a - b));
    const commands = runs.join("\n").match(/npm publish.*/g) ?? [];
    expect(commands).toHaveLength(2);
    for (const command of commands) expect(command).toContain("--provenance");
  });

  test("both packages have one version", () => {
    const versionOf = (folder: string) =>
      JSON.parse(readFileSync(new URL(`../${folder}package.json`, import.meta.url), "utf8"));
    const { version } = versionOf("");
    expect(versionOf("create-pumice/")).toMatchObject({ version, dependencies: { pumice: `^${version}` } });
  });
});

describe(nightly, () => {
  test("runs only scripts and tests that there are", () => {
    const runs = Object.values(read(nightly).jobs).flatMap(({ steps }) => steps.map(({ run }) => run ?? ""));
    const { scripts } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
    const named = runs.flatMap((run) => [...run.matchAll(/npm run (\S+)/g)].map(([, name]) => name!));
    expect(named).toEqual(["test:xss", "test:fuzz"]);
    for (const name of named) expect(Object.keys(scripts)).toContain(name);
    const files = runs.flatMap((run) => run.match(/test\/\S+\.ts/g) ?? []);
    expect(files).toHaveLength(2);
    for (const file of files) expect(existsSync(new URL(`../${file}`, import.meta.url)), file).toBe(true);
  });
});

describe(large, () => {
  const { share, build } = read(large).jobs;

  test("hands each share to the build, hidden as its folder is", () => {
    const { matrix } = (share as unknown as { strategy: { matrix: { share: number[] } } }).strategy;
    expect(share!.steps.map(({ run }) => run)).toContain(`npx pumice build --shard "$SHARE/${matrix.share.length}"`);
    expect(matrix.share).toEqual(Array.from(matrix.share, (_, index) => index + 1));
    expect(share!.steps.at(-1)).toMatchObject({ with: { path: ".pumice", "include-hidden-files": true } });
    expect(build!.needs).toBe("share");
    const runs = build!.steps.map(({ run }) => run);
    expect(runs.indexOf("npx pumice cache merge shares/*")).toBeGreaterThan(0);
    expect(runs.indexOf("npx pumice build")).toBe(runs.indexOf("npx pumice cache merge shares/*") + 1);
  });
});
