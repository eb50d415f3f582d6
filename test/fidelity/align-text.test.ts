import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { alignText } from "../../fidelity/align-text.mjs";

const blocks = fc.array(
  fc.string({ unit: fc.constantFrom(..."茶水温度叶子壶a b,。".replace(" ", "")), minLength: 1, maxLength: 30 }),
  {
    maxLength: 12,
  },
);

describe("alignText", () => {
  it("finds every text in itself, and in itself with more around it", () => {
    fc.assert(
      fc.property(blocks, (texts) => {
        const all = texts.join("");
        expect(alignText(texts, all)).toEqual({ total: all.length, lost: 0, gained: 0, pieces: [] });
        expect(alignText(texts, `前言${all}后记`)).toMatchObject({ lost: 0, gained: 4 });
      }),
    );
  });

  it("counts what was taken out, never less", () => {
    fc.assert(
      fc.property(blocks, fc.nat(), fc.integer({ min: 1, max: 20 }), (texts, start, length) => {
        const all = texts.join("");
        const from = all.length === 0 ? 0 : start % all.length;
        const rest = all.slice(0, from) + all.slice(from + length);
        expect(alignText(texts, rest).lost).toBeGreaterThanOrEqual(all.length - rest.length);
      }),
    );
  });

  it("counts exactly one lost character in a long text", () => {
    const paragraphs = Array.from({ length: 300 }, (_, index) => `第${index}段说的是第${index * 7}种茶叶怎样泡才好喝`);
    const all = paragraphs.join("");
    const at = all.indexOf("第150段") + 9;
    expect(alignText(paragraphs, all.slice(0, at) + all.slice(at + 1))).toMatchObject({ lost: 1, pieces: [all[at]] });
  });

  it("counts exactly many single losses that follow each other closely", () => {
    const paragraphs = Array.from({ length: 400 }, (_, index) => `第${index}段说的是第${index * 7}种茶叶怎样泡才好喝`);
    expect(alignText(paragraphs, paragraphs.map((text) => text.replace("怎", "")).join(""))).toMatchObject({
      lost: 400,
    });
  });

  it("uses each text of the page once", () => {
    expect(alignText(["同一句话", "同一句话"], "同一句话")).toMatchObject({ lost: 4 });
  });

  it("finds text that has moved", () => {
    expect(alignText(["第一段文字", "第二段文字", "第三段文字"], "第三段文字第一段文字第二段文字")).toMatchObject({
      lost: 0,
      gained: 0,
    });
  });
});
