import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { build } from "../../src/build.js";

// The budget for tags takes the title for text, which it is outside of pictures.
it("a post nested beyond the stack is an error of its own, and the others build", async () => {
  const source = mkdtempSync(join(tmpdir(), "pumice-deep-"));
  try {
    mkdirSync(join(source, "posts"));
    writeFileSync(join(source, "posts/2020-01-02-deep.html"), `<svg><title>${"<div>".repeat(20_000)}</title>`);
    writeFileSync(join(source, "posts/2020-01-02-good.html"), "<p>Good words.</p>");
    const stopped = await build({ source });
    expect(stopped.ok).toBe(false);
    expect(stopped.messages.filter(({ severity }) => severity === "error")).toEqual([
      expect.objectContaining({ ruleId: "too-deep", file: "posts/2020-01-02-deep.html" }),
    ]);
    expect((await build({ source, keepGoing: true })).counts.posts).toBe(1);
    expect(readFileSync(join(source, "_site/2020/01/02/good.html"), "utf8")).toContain("Good words.");
  } finally {
    rmSync(source, { recursive: true, force: true });
  }
});
