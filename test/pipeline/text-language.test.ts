import { describe, expect, test } from "vitest";
import { countWords } from "../../src/lib/words.js";
import { textLanguage } from "../../src/pipeline/text-language.js";

const english =
  "This is a note about the old tools of scribes, and it is here for you to read with a cup of tea in the evening, as that is when notes of this sort are read.";
const chinese = "这是一篇讲旧时抄书人工具的短文，晚上泡一杯茶的时候读最合适，因为这样的短文本来就是写给那个时辰的。";
const japanese = "これは昔の書記の道具についての短い文章で、夜にお茶を飲みながら読むのにちょうどよいものです。";

const languageOf = (title: string, text: string, expected: string, code = "") =>
  textLanguage({ title, description: "", text, count: countWords(`${text} ${code}`) }, expected);

describe("the language of a text", () => {
  test("is told where it is plainly not the site's", () => {
    expect(languageOf("Old tools", english, "zh-CN")).toBe("en");
    expect(languageOf("旧工具", chinese, "en")).toBe("zh");
    expect(languageOf("昔の道具", japanese, "en")).toBe("ja");
  });

  test("is told by the text where the author's description is a few words", () => {
    const signs = { title: "Old tools", text: english, count: countWords(english) };
    expect(textLanguage({ ...signs, description: "On pumice." }, "zh-CN")).toBe("en");
    expect(textLanguage({ ...signs, description: "讲浮石。" }, "zh-CN")).toBeUndefined();
  });

  test("is left open where the site's fits", () => {
    expect(languageOf("旧工具", chinese, "zh-CN")).toBeUndefined();
    expect(languageOf("Old tools", english, "en")).toBeUndefined();
  });

  test("is left open where there is doubt", () => {
    // Mostly code, with a Chinese title or a Chinese sentence.
    expect(languageOf("修一个错误", english, "zh-CN")).toBeUndefined();
    expect(languageOf("Fix", "这样改就好了。", "zh-CN", "return to the caller of it ".repeat(50))).toBeUndefined();
    // No English, and too little of it.
    expect(
      languageOf("Werkzeuge", "Schreiber rieben altes Pergament mit Bimsstein ab. ".repeat(10), "zh-CN"),
    ).toBeUndefined();
    expect(languageOf("Hello", "This is the end of it.", "zh-CN")).toBeUndefined();
    expect(languageOf("你好", "就写到这里。", "en")).toBeUndefined();
    // Chinese further down.
    expect(languageOf("Old tools", english, "zh-CN", chinese)).toBeUndefined();
    // A Chinese quotation in an English post.
    expect(languageOf("旧工具", `「${chinese.slice(0, 40)}」 ${english.repeat(3)}`, "en")).toBeUndefined();
  });
});
