import { spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { readCompletions } from "../../src/commands/completion-words.js";
import { commands } from "../../src/commands/index.js";
import { run } from "./terminal.js";

const isThere = (shell: string) => spawnSync(shell, ["--version"]).error === undefined;
const script = async (shell: string) => (await run(["completion", shell])).stdout;

describe("what is completed", () => {
  test("every command with its aliases, and what it takes", async () => {
    const found = await readCompletions(commands);
    expect(found.flatMap(({ names }) => names)).toEqual(
      commands.flatMap(({ name, aliases = [] }) => [name, ...aliases]),
    );
    const check = found.find(({ names }) => names[0] === "check")!;
    expect(check.options).toContainEqual(
      expect.objectContaining({ flags: ["--format"], choices: ["github", "sarif"] }),
    );
    expect(found.find(({ names }) => names[0] === "list")!.choices).toContain("posts");
    const flags = found.flatMap(({ options }) => options.flatMap((option) => option.flags));
    expect(flags).not.toContain("--livereload");
  });

  test.each(["bash", "zsh", "fish"])("the script for %s names every command and option", async (shell) => {
    const text = await script(shell);
    for (const { names, options } of await readCompletions(commands)) {
      for (const name of names) expect(text).toContain(name);
      for (const flag of options.flatMap(({ flags }) => flags).filter((flag) => flag.startsWith("--"))) {
        expect(text).toContain(shell === "fish" ? `-l ${flag.slice(2)}` : flag);
      }
    }
  });

  test("another shell is refused", async () => {
    expect(await run(["completion", "csh"])).toMatchObject({ exitCode: 2, stdout: "" });
  });
});

describe.skipIf(!isThere("bash"))("bash", () => {
  test.each([
    [["pumice", "bu"], ["build"]],
    [["pumice", "list", "po"], ["posts"]],
    [
      ["pumice", "check", "--format", ""],
      ["github", "sarif"],
    ],
    [["pumice", "build", "--dr"], ["--drafts"]],
    // Nothing of ours, so that bash offers files.
    [["pumice", "build", "-s", "b"], []],
  ])("%j", async (words, expected) => {
    const call = `COMP_WORDS=(${words.map((word) => `'${word}'`).join(" ")}); COMP_CWORD=${words.length - 1}; _pumice`;
    const { stdout, stderr } = spawnSync("bash", [
      "--norc",
      "-c",
      `${await script("bash")}\n${call}; printf '%s\\n' "\${COMPREPLY[@]}"`,
    ]);
    expect(stderr.toString()).toBe("");
    expect(stdout.toString().trim().split("\n").filter(Boolean)).toEqual(expected);
  });
});

describe.each(["zsh", "fish"])("%s", (shell) => {
  test.skipIf(!isThere(shell))("can read its script", async () => {
    const { status, stderr } = spawnSync(shell, ["-n"], { input: await script(shell) });
    expect(stderr.toString()).toBe("");
    expect(status).toBe(0);
  });
});
