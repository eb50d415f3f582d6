import { expect, test } from "vitest";
import { suggest } from "../../src/lib/suggest.js";

const known = ["title", "date", "tags", "categories", "permalink"];

test.each([
  ["tilte", "title"],
  ["titel", "title"],
  ["Title", "title"],
  ["tag", "tags"],
  ["dates", "date"],
  ["catagories", "categories"],
  ["category", undefined],
  ["permlaink", "permalink"],
  ["perm", undefined],
  ["weather", undefined],
  ["", undefined],
])("%s → %s", (word, expected) => expect(suggest(word, known)).toBe(expected));

test("the nearest wins", () => expect(suggest("dote", ["note", "date"])).toBe("note"));
