import { describe, expect, test } from "vitest";
import type { Engine } from "../../src/commands/command.js";
import { commands } from "../../src/commands/index.js";
import type { BuildOptions } from "../../src/model/build.js";
import { UserError } from "../../src/model/message.js";
import { makeResult } from "../report/result.js";
import { run } from "./terminal.js";

/** Takes down what it is asked for, so that each flag can be followed to the build's options. */
function recordingEngine(result = makeResult()) {
  const asked: BuildOptions[] = [];
  const engine: Engine = {
    build: async (options) => {
      asked.push(options);
      return result;
    },
    listSite: async (options) => {
      asked.push(options);
      return { source: ".", messages: [], posts: [], tags: [], redirects: [], urls: [] };
    },
  };
  return { engine, asked };
}

async function optionsOf(...argv: readonly string[]): Promise<Record<string, unknown>> {
  const { engine, asked } = recordingEngine();
  expect(await run(argv, engine)).toMatchObject({ exitCode: 0 });
  const { onProgress, ...options } = asked[0]!;
  return options;
}

describe("build", () => {
  test("passes on only what was asked for", async () => {
    expect(await optionsOf("build")).toEqual({ source: "." });
  });

  test("understands Jekyll's short flags", async () => {
    expect(await optionsOf("build", "-s", "blog", "-d", "out", "-D", "-b", "/blog", "-q", "-V", "-I", "-t")).toEqual({
      source: "blog",
      destination: "out",
      drafts: true,
      baseurl: "/blog",
      verbose: true,
      incremental: true,
    });
  });

  test("understands the long ones", async () => {
    const flags =
      "--config a.yml,b.yml --config c.yml --drafts --future --unpublished --limit_posts 5 --strict --keep-going --clean --force --profile";
    expect(await optionsOf("build", ...flags.split(" "))).toEqual({
      source: ".",
      config: ["a.yml", "b.yml", "c.yml"],
      drafts: true,
      future: true,
      unpublished: true,
      limitPosts: 5,
      strict: true,
      keepGoing: true,
      clean: true,
      force: true,
      profile: true,
    });
    expect(await optionsOf("build", "--limit-posts", "7", "--safe", "--disable-disk-cache")).toEqual({
      source: ".",
      limitPosts: 7,
      clean: true,
      safe: true,
      diskCache: false,
    });
  });

  test("exits with 1 for errors in the content, and for warnings when strict", async () => {
    const { engine } = recordingEngine(makeResult({ messages: [{ severity: "warning", ruleId: "w", reason: "w" }] }));
    expect(await run(["build"], engine)).toMatchObject({ exitCode: 0 });
    expect(await run(["build", "--strict"], engine)).toMatchObject({ exitCode: 1 });
    expect(await run(["build"], recordingEngine(makeResult({ ok: false })).engine)).toMatchObject({ exitCode: 1 });
  });

  test("exits with 2 for the configuration and with 3 for a bug, never with an unhandled rejection", async () => {
    const throwing = (error: unknown): Engine => ({
      build: () => Promise.reject(error),
      listSite: () => Promise.reject(error),
    });
    const wrong = new UserError([{ severity: "error", ruleId: "no-config", reason: "there is no such file" }], 2);
    for (const command of ["build", "list"]) {
      const user = await run([command], throwing(wrong));
      expect(user).toMatchObject({ exitCode: 2, stdout: "" });
      expect(user.stderr).toBe("✖ there is no such file [no-config]\n");
      const bug = await run([command], throwing(new RangeError("oops")));
      expect(bug.exitCode).toBe(3);
      expect(bug.stderr).toContain("RangeError: oops");
    }
  });
});

describe("usage", () => {
  test.each([
    [["biuld"], "Did you mean build?"],
    [["build", "--drfats"], "Did you mean --drafts?"],
    [["build", "--limit_posts", "many"], "whole number"],
    [["build", "-s"], "argument missing"],
    [["list", "pots"], "Allowed choices are posts"],
    [["--nonsense"], "unknown option"],
    [[], "Usage: pumice"],
  ])("%j is wrong, exits with 2 and says why on stderr", async (argv, expected) => {
    const { exitCode, stderr, stdout } = await run(argv, recordingEngine().engine);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(expected);
    expect(stdout).toBe("");
  });

  test("help and version go to stdout", async () => {
    expect((await run(["--version"])).stdout).toMatch(/^\d+\.\d+\.\d+/);
    const help = await run(["--help"]);
    expect(help.exitCode).toBe(0);
    for (const { name, summary } of commands) expect(help.stdout).toMatch(new RegExp(`${name}.*${summary}`));
  });

  test.each(commands.map(({ name }) => name))("%s --help has an example, and so has `help %s`", async (name) => {
    const { exitCode, stdout } = await run([name, "--help"]);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(new RegExp(`Examples:\\n  pumice ${name}`));
    expect((await run(["help", name])).stdout).toBe(stdout);
  });
});
