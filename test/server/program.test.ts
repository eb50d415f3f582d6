import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { cli, notCompiled, startProgram } from "../program.js";
import { makeFolder } from "../writer/folder.js";
import { eventually } from "./dev.js";

/*
 * `pumice dev` as a process of its own: what a terminal and Node's own loader of modules have a part in.
 */

const running: ChildProcess[] = [];
afterEach(() => {
  for (const child of running.splice(0)) child.kill();
});

/** What a process has written so far. */
function outputOf(child: ChildProcess): () => string {
  running.push(child);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (bytes: Buffer) => (output += bytes));
  return () => output;
}

async function urlIn(output: () => string): Promise<string> {
  return eventually(() => {
    const found = /http:\/\/localhost:\d+\//.exec(output())?.[0];
    if (!found) throw new Error(`No address yet: ${output()}`);
    return found;
  });
}

const textAt = async (url: string) => (await fetch(url)).text();

test.skipIf(notCompiled)(
  `a change of a module that pumice.config.js imports is seen at once ${notCompiled ?? ""}`,
  async () => {
    const source = makeFolder({
      "_config.yml": "title: One\n",
      "package.json": `{ "type": "module" }`,
      "pumice.config.js": `import { word } from "./own/word.js";\nexport default { filters: { word: () => word } };\n`,
      "own/word.js": `export { word } from "./deeper.js";\n`,
      "own/deeper.js": `export const word = "first";\n`,
      "pages/word.html": "---\npermalink: /word/\n---\n<p>{{ page.title | word }}</p>\n",
    });
    const url = await urlIn(outputOf(startProgram(["dev", "-s", source, "-P", "0"])));
    expect(await textAt(`${url}word/`)).toContain("<p>first</p>");
    writeFileSync(join(source, "own/deeper.js"), `export const word = "second";\n`);
    await eventually(async () => expect(await textAt(`${url}word/`)).toContain("<p>second</p>"));
  },
);

const noTerminal = spawnSync("script", ["--version"]).error
  ? "skipped: there is no `script` to make a terminal"
  : undefined;
const why = notCompiled ?? noTerminal;

test.skipIf(why)(
  `the keys of a terminal: w, n, r and q ${why ?? ""}`,
  async () => {
    const source = makeFolder({
      "_config.yml": "title: One\n",
      "posts/2024-01-01-a.md": "---\ntitle: A\ntgas: [x]\n---\ntext\n",
    });
    const command = [process.execPath, cli, "dev", "-s", source, "-P", "0"].map((word) => `'${word}'`).join(" ");
    const child = spawn("script", ["--quiet", "--return", "--flush", "--command", command, "/dev/null"]);
    const output = outputOf(child);
    const ended = new Promise((resolve) => child.once("close", resolve));
    const isSaid = (text: string | RegExp) => eventually(() => expect(output()).toMatch(text));
    const press = (keys: string) => child.stdin.write(keys);

    const url = await urlIn(output);
    await isSaid("o open · n new post · r rebuild · w warnings · q quit");
    press("w");
    await isSaid(/tgas[\s\S]*0 warnings, 2 hints/);
    press("n");
    await isSaid("Title of the new post: ");
    press("Pumice floats\n");
    await isSaid(/wrote posts\/\S*pumice-floats/i);
    expect(readdirSync(join(source, "posts"))).toHaveLength(2);
    await eventually(async () => expect(await textAt(url)).toContain("Pumice floats"));
    press("r");
    press("x");
    press("q");
    expect(await ended).toBe(0);
  },
  60_000,
);
