import { expect, test } from "vitest";
import { remembering } from "../../src/lib/remembering.js";

function counted(most: number) {
  const asked: string[] = [];
  const ask = remembering(most, (text) => {
    asked.push(text);
    return text === "" ? undefined : text.length;
  });
  return { ask, asked };
}

test("each text is asked for once, also where there is no result", () => {
  const { ask, asked } = counted(10);
  expect(["ab", "", "ab", "", "abc"].map(ask)).toEqual([2, undefined, 2, undefined, 3]);
  expect(asked).toEqual(["ab", "", "abc"]);
});

test("no more than so many results are kept", () => {
  const { ask, asked } = counted(2);
  for (const text of ["a", "b", "c", "c", "a"]) ask(text);
  expect(asked).toEqual(["a", "b", "c", "a"]);
});
