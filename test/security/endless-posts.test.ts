import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { endOf, notCompiled, startProgram } from "../program.js";
import { siteWith } from "./site.js";

const fine = "---\ntitle: Fine\npermalink: /fine/\n---\n<p>A few words.</p>\n";

/** A post of so many paragraphs that nothing is in. */
const endless = (paragraphs: number) => `---\ntitle: Endless\npermalink: /endless/\n---\n${"<p>".repeat(paragraphs)}\n`;

describe.skipIf(notCompiled)(`a post without end, in a whole build${notCompiled ? ` (${notCompiled})` : ""}`, () => {
  test.each([
    ["time", "too-slow", { PUMICE_TIME_LIMIT: "0.5" }, 2_500_000],
    ["memory", "too-much-memory", { PUMICE_MEMORY_LIMIT: "60", PUMICE_TIME_LIMIT: "300" }, 400_000],
  ])(
    "takes more %s than it may have: it is an error of its own, and the others are published",
    async (_, ruleId, env, paragraphs) => {
      const source = siteWith({ "posts/2024-01-01-a.html": endless(paragraphs), "posts/2024-01-02-b.html": fine });
      const refused = await endOf(startProgram(["build", "-s", source], env));
      expect(refused.output).toMatch(new RegExp(`2024-01-01-a\\.html .*\\[${ruleId}\\]`));
      expect(refused.exitCode).toBe(1);
      expect(existsSync(join(source, "_site"))).toBe(false);

      const published = await endOf(startProgram(["build", "-s", source, "--keep-going"], env));
      expect(published.output).toContain(`[${ruleId}]`);
      expect(existsSync(join(source, "_site/fine/index.html"))).toBe(true);
      expect(existsSync(join(source, "_site/endless"))).toBe(false);
    },
    300_000,
  );
});
