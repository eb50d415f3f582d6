import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { UserError } from "../../src/model/message.js";
import { openSession, type Session } from "../../src/work/session.js";
import { cleanBuild, edit, firstFiles, withoutVersion } from "../server/small-site.js";
import { makeFolder } from "../writer/folder.js";

/** More of them by `PUMICE_SEQUENCES=100`. */
const sequences = Number(process.env.PUMICE_SEQUENCES ?? 12);

function allOutputs(session: Session): Record<string, string> {
  const site = session.presentation();
  return Object.fromEntries(
    site
      .outputs()
      .toSorted()
      .map((path) => [path, withoutVersion(path, textOf(site.answer(path)!))]),
  );
}

function textOf(answer: NonNullable<ReturnType<ReturnType<Session["presentation"]>["answer"]>>): string {
  if (answer.type === "page") return answer.html;
  if (answer.type === "card") throw new Error("This site has no cards");
  const { output } = answer;
  if ("copyFrom" in output) return readFileSync(output.copyFrom, "utf8");
  return typeof output.contents === "string" ? output.contents : Buffer.from(output.contents).toString("utf8");
}

/** Undefined where the site is wrong. */
function attempt<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return undefined;
  }
}

test("after any sequence of edits a session answers what a clean build writes", async () => {
  const step = fc.array(edit, { minLength: 1, maxLength: 3 });
  const sequence = fc.array(step, { minLength: 1, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(sequence, async (steps) => {
      const source = makeFolder(firstFiles);
      const session = await openSession({ source });
      for (const edits of steps) {
        await session.refresh(new Set(edits.flatMap((apply) => apply(source))));
        // Something is asked for between the edits, so that what is kept from then could be stale.
        attempt(() => session.presentation().answer("index.html"));
        attempt(() => session.presentation().answer("2024/03/01/ink.html"));
      }
      const expected = await cleanBuild(source);
      const outputs = attempt(() => allOutputs(session));
      if (expected) expect(outputs).toEqual(expected);
      else expect(outputs === undefined || session.errors().length > 0).toBe(true);
      await session.close();
    }),
    { numRuns: sequences, endOnFailure: true },
  );
});
