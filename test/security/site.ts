import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";

/** A folder of its own for the running test, with the given files. */
export function siteWith(files: Readonly<Record<string, string>>): string {
  const source = realpathSync(mkdtempSync(join(tmpdir(), "pumice-security-")));
  onTestFinished(() => rmSync(source, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(source, path)), { recursive: true });
    writeFileSync(join(source, path), text);
  }
  return source;
}

/** One post that carries a payload in its body and in every key of its front matter that is shown somewhere. */
export function postWith(payload: string): string {
  const value = JSON.stringify(payload);
  const keys = "title subtitle description author source link canonical license cover".split(" ");
  return [
    "---",
    "date: 2020-01-02",
    ...keys.map((key) => `${key}: ${value}`),
    `tags: [${value}]`,
    `categories: [${value}]`,
    `keywords: [${value}]`,
    `series: ${value}`,
    `image: { path: ${value}, alt: ${value} }`,
    "---",
    `<p>Words before.</p>${payload}<p>Words behind.</p>`,
  ].join("\n");
}

/** The same text wherever the configuration is shown. */
export function configWith(payload: string): string {
  const value = JSON.stringify(payload);
  const texts = "title description author license".split(" ");
  return [
    ...texts.map((key) => `${key}: ${value}`),
    `menu: [{ title: ${value}, url: ${value} }]`,
    `social: [{ title: ${value}, url: ${value} }]`,
    "url: https://blog.example",
  ].join("\n");
}
