import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { check } from "../../src/check.js";
import type { CheckOptions } from "../../src/model/check.js";
import type { Message } from "../../src/model/message.js";

/** A site of these files in a temporary folder, which goes when the test is over. */
export function writeSite(files: Readonly<Record<string, string>>): string {
  const source = mkdtempSync(join(tmpdir(), "pumice-check-"));
  onTestFinished(() => rmSync(source, { recursive: true, force: true }));
  for (const [path, text] of Object.entries({ "_config.yml": "url: https://example.org\n", ...files })) {
    mkdirSync(dirname(join(source, path)), { recursive: true });
    writeFileSync(join(source, path), text);
  }
  return source;
}

/** What `pumice check` says about such a site. */
export async function problemsOf(
  files: Readonly<Record<string, string>>,
  options: Omit<CheckOptions, "source"> = {},
): Promise<readonly Message[]> {
  return (await check({ ...options, source: writeSite(files) })).messages;
}
