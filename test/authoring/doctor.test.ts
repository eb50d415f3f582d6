import { createServer } from "node:net";
import { describe, expect, test } from "vitest";
import type { Diagnosis } from "../../src/authoring/diagnosis.js";
import { node, port } from "../../src/authoring/examine-machine.js";
import { run } from "../commands/terminal.js";
import { writeSite } from "./author-site.js";

async function doctorOf(files: Readonly<Record<string, string>>) {
  const { source } = writeSite(files);
  const { exitCode, stdout, stderr } = await run(["doctor", "-s", source, "--json"]);
  const found = JSON.parse(stdout) as readonly Diagnosis[];
  return { exitCode, stderr, of: (name: string) => found.filter((one) => one.name === name) };
}

describe("pumice doctor", () => {
  test("has nothing to say of a site that is right", async () => {
    const { exitCode, of } = await doctorOf({
      "_config.yml": "url: https://a.example\ntimezone: Asia/Shanghai\n",
      "posts/2025-01-01-a.md": "---\ntitle: A\n---\nText",
    });
    expect(exitCode).toBe(0);
    for (const name of ["Node", "Time zones", "Config", "Address", "Posts"]) {
      expect(of(name)).toMatchObject([{ state: "fine" }]);
    }
    expect(of("Git")).toEqual([]);
    expect(of("Jekyll")).toEqual([]);
  });

  test("tells what will surprise", async () => {
    const { exitCode, of } = await doctorOf({
      "_config.yml": "title: T\nshape: pumice\n",
      "_plugins/a.rb": "",
      Gemfile: "",
      ".git/HEAD": "",
      ".gitignore": "/_site\n",
    });
    expect(exitCode).toBe(0);
    expect(of("Config")).toMatchObject([{ state: "warning", advice: expect.stringContaining("timezone:") }]);
    expect(of("Address")).toMatchObject([{ state: "warning" }]);
    expect(of("Posts")).toMatchObject([{ state: "warning" }]);
    expect(of("Git")).toMatchObject([{ finding: ".pumice may be committed" }]);
    expect(of("Jekyll").map(({ state }) => state)).toEqual(["warning", "info"]);
  });

  test("shows what is wrong with the configuration, and exits with 1", async () => {
    const { exitCode, stderr, of } = await doctorOf({ "_config.yml": "timezone: Mars\npaginate: many\n" });
    expect(exitCode).toBe(1);
    expect(stderr).toContain("_config.yml:1:11");
    expect(of("Config")).toMatchObject([{ state: "error", finding: "wrong in 2 places, see above" }]);
  });

  test("prints lines for people", async () => {
    const { source } = writeSite({});
    const { stdout, stderr } = await run(["doctor", "-s", source]);
    expect(stdout).toBe("");
    expect(stderr).toMatch(/^✔ Pumice +\d/m);
    expect(stderr).toContain("→ `pumice init` writes one");
  });
});

test.each([
  ["18.20.0", "error"],
  ["20.18.9", "error"],
  ["20.19.0", "fine"],
  ["24.0.0", "fine"],
])("Node %s: %s", (version, state) => {
  expect(node(version).state).toBe(state);
});

test("a port that is in use is told", async () => {
  const server = createServer();
  const number = await new Promise<number>((resolve) =>
    server.listen(0, "127.0.0.1", () => resolve((server.address() as { port: number }).port)),
  );
  expect(await port(number)).toMatchObject({ state: "info", finding: expect.stringContaining("in use") });
  await new Promise((resolve) => server.close(resolve));
  expect(await port(number)).toMatchObject({ state: "fine" });
});
