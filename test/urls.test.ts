import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { build } from "../src/build.js";
import { outputOf } from "../src/model/permalink.js";
import { makeFolder } from "./writer/folder.js";

/*
 * The rules of addresses are frozen: `urls.snapshot` was written by hand, says what each line means, and is never updated by
 * a tool.
 */

interface Case {
  readonly settings: string;
  readonly lines: readonly Line[];
}

interface Line {
  readonly kind: "file" | "tag" | "category" | "heading" | "fixed";
  /** Path, name or text. */
  readonly name: string;
  readonly front: string;
  readonly address: string;
}

const cases = readFileSync(join(import.meta.dirname, "urls.snapshot"), "utf8")
  .split(/^==/m)
  .slice(1)
  .map((part): Case => {
    const [settings = "", ...lines] = part.split("\n");
    return { settings: settings.trim(), lines: lines.filter((line) => line !== "").map(readLine) };
  });

function readLine(line: string): Line {
  const [left = "", address = ""] = line.split(" → ");
  const file = /^((?:posts|pages)\/.*?) (\{.*\})$/.exec(left);
  if (file) return { kind: "file", name: file[1]!, front: file[2]!.slice(1, -1), address };
  const [kind = "", ...name] = left.split(" ");
  if (!["tag", "category", "heading", "fixed"].includes(kind)) throw new Error(`What is this: ${line}`);
  return { kind: kind as Line["kind"], name: name.join(" "), front: "", address };
}

/** A flow map of YAML is what stands in the braces, and the front matter is one, too. */
const contentsOf = (front: string) => `---\n{${front}}\n---\ntext\n`;

async function buildCase({ settings, lines }: Case) {
  const files = lines.filter(({ kind }) => kind === "file");
  const headings = lines.filter(({ kind }) => kind === "heading");
  const source = makeFolder({
    "_config.yml": `${settings}\n`,
    ...Object.fromEntries(files.map(({ name, front }) => [name, contentsOf(front)])),
    ...(headings.length > 0
      ? { "posts/2024-01-01-headings.md": `---\n---\n${headings.map(({ name }) => `## ${name}\n\ntext\n`).join("\n")}` }
      : {}),
  });
  const result = await build({ source });
  expect(result.messages.filter(({ severity }) => severity === "error")).toEqual([]);
  return { ...result, published: (path: string) => existsSync(join(source, "_site", outputOf(path))) };
}

describe.each(cases)("$settings", (one) => {
  const built = buildCase(one);

  test("has the addresses that it always had", async () => {
    const { site, pages, published } = await built;
    const terms = (taxonomy: string, name: string) =>
      site.taxonomies.find((other) => other.name === taxonomy)?.terms.find((term) => term.name === name)?.permalink;
    const headings = site.posts.flatMap(({ post }) => [...post.headings]);
    const addressOf = ({ kind, name, address }: Line): string | undefined => {
      if (kind === "file") return pages.find(({ source }) => source === name)?.permalink;
      if (kind === "tag") return terms("tags", name);
      if (kind === "category") return terms("categories", name);
      if (kind === "heading") return `#${headings.shift()?.id}`;
      return address.split(" ").filter(published).join(" ");
    };
    expect(one.lines.map((line) => ({ ...line, address: addressOf(line) }))).toEqual(one.lines);
  });

  test("every page is in a file", async () => {
    const { pages, published } = await built;
    expect(pages.filter(({ permalink }) => !published(permalink))).toEqual([]);
  });
});
