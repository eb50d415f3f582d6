import { describe, expect, test } from "vitest";
import { imageKind } from "../../src/lib/image-kind.js";
import { imageSize } from "../../src/lib/image-size.js";
import { photograph } from "../images/picture-site.js";
import { isSharpThere } from "../images/sharp.js";

const sizeOf = (bytes: Buffer) => imageSize(bytes, imageKind(bytes)!);

describe.skipIf(!isSharpThere)("files of another program", () => {
  const image = () => photograph(301, 203);
  const files = {
    jpeg: () => image().jpeg(),
    "progressive jpeg": () => image().jpeg({ progressive: true }),
    png: () => image().png(),
    gif: () => image().gif(),
    webp: () => image().webp(),
    "lossless webp": () => image().webp({ lossless: true }),
    "webp with more in it": () => image().withMetadata({ orientation: 1 }).webp(),
    avif: () => image().avif({ effort: 0 }),
  };

  test.each(Object.keys(files) as (keyof typeof files)[])("%s", async (name) => {
    const bytes = await files[name]().toBuffer();
    expect(sizeOf(bytes)).toEqual({ width: 301, height: 203 });
    // Whatever is missing of it: no other size, and no failure.
    for (let length = 60; length < Math.min(bytes.length, 3000); length += 1) {
      expect([undefined, "301 203"]).toContain(textOf(imageSize(bytes.subarray(0, length), imageKind(bytes)!)));
    }
  });

  test.each([1, 2, 3, 4, 5, 6, 7, 8])("a jpeg that a camera turned, way %i", async (orientation) => {
    const bytes = await photograph(301, 203).jpeg().withMetadata({ orientation }).toBuffer();
    expect(sizeOf(bytes)).toEqual(orientation < 5 ? { width: 301, height: 203 } : { width: 203, height: 301 });
  });
});

const textOf = (size: ReturnType<typeof imageSize>) => size && `${size.width} ${size.height}`;

test("a bitmap, rows from the top down among them", () => {
  const bitmap = Buffer.alloc(60);
  bitmap.write("BM");
  bitmap.writeInt32LE(301, 18);
  bitmap.writeInt32LE(-203, 22);
  expect(sizeOf(bitmap)).toEqual({ width: 301, height: 203 });
});

test("nonsense has no size, and is not read for ever", () => {
  expect(imageSize(Buffer.from("ffd8ffe00002ffe00000", "hex"), "jpg")).toBeUndefined();
  expect(imageSize(Buffer.alloc(4000, 0xff), "jpg")).toBeUndefined();
  expect(imageSize(Buffer.from("GIF89a\0\0\0\0"), "gif")).toBeUndefined();
  expect(imageSize(Buffer.from("RIFF....WEBPnone............"), "webp")).toBeUndefined();
  expect(imageSize(Buffer.from("<svg/>"), "svg")).toBeUndefined();
});
