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

test("nothing is kept of long texts", () => {
  const { ask, asked } = counted(10);
  const [kept, long] = ["x".repeat(1000), "x".repeat(1001)];
  for (const text of [kept, long, kept, long]) ask(text);
  expect(asked).toEqual([kept, long, long]);
});

test.each(["", "1", "-1", "__proto__", "浮石", "\ud800"])("%j is found again", (text) => {
  const { ask, asked } = counted(10);
  for (const one of [text, text]) ask(one);
  expect(asked).toEqual([text]);
});
