import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { build } from "../../src/build.js";
import { openSession, type Session } from "../../src/work/session.js";
import { addFiles, makeFolder } from "../writer/folder.js";

/** Enough posts for both parts of the index; their words follow from their numbers. */
function posts(count: number): Record<string, string> {
  const one = (number: number) => {
    const words = Array.from({ length: 40 }, (_, at) => ((number * 131 + at * 977) % 4001).toString(36));
    return `---\ntitle: 第${number}块 Stone ${number}\ndate: 2024-01-01 ${String(number)
      .padStart(6, "0")
      .replace(/(..)(..)(..)/, "$1:$2:$3")}\n---\n<p>${words.join(" ")} 浮石</p>\n`;
  };
  return Object.fromEntries(Array.from({ length: count }, (_, number) => [`posts/stone-${number}.md`, one(number)]));
}

function bytesOf(session: Session, path: string): Buffer {
  const answer = session.presentation().answer(path);
  if (answer?.type !== "file" || !("contents" in answer.output)) throw new Error(`${path}: no bytes`);
  return Buffer.from(answer.output.contents);
}

test("the index in memory has the bytes of a build's, also after a change", async () => {
  const source = makeFolder({ "_config.yml": "title: Stones\n", ...posts(530) });
  const session = await openSession({ source });
  const indexFiles = () => {
    const all = session.presentation().outputs();
    return all.filter((path) => /^search\/.*\.(?:bin|json)$/.test(path) && path !== "search/index.json");
  };
  const before = session.presentation().answer("search/index.json");
  for (const change of [{}, { "posts/stone-3.md": "---\ntitle: Third\ndate: 2024-01-01\n---\n<p>alabaster</p>\n" }]) {
    addFiles(source, change);
    await session.refresh(new Set(Object.keys(change)));
    expect((await build({ source })).ok).toBe(true);
    const files = indexFiles();
    expect(files).toContain("search/settled/0.bin");
    expect(files.length).toBeGreaterThan(530 / 32 + 2);
    for (const path of files)
      expect(bytesOf(session, path).equals(readFileSync(join(source, "_site", path)))).toBe(true);
  }
  expect(session.presentation().answer("search/index.json")).not.toEqual(before);
  expect(session.presentation().answer("search/settled/4096.bin")).toBe(undefined);
  await session.close();
});

test("there is none where the site wants none", async () => {
  const session = await openSession({ source: makeFolder({ "_config.yml": "search: false\n", ...posts(2) }) });
  expect(session.presentation().answer("search/index.json")).toBe(undefined);
  await session.close();
});
