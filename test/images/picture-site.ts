import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { makeFolder } from "../writer/folder.js";
import { sharp, type TestImage } from "./sharp.js";

/** A photograph of nothing: soft shapes, the same at each call. */
export function photograph(width: number, height: number): TestImage {
  const pixels = Buffer.alloc(width * height * 3);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      pixels.set([128 + 100 * Math.sin(x / 90), 128 + 100 * Math.cos(y / 70), (x ^ y) & 63], (y * width + x) * 3);
  return sharp(pixels, { raw: { width, height, channels: 3 } });
}

export interface SitePicture {
  readonly path: string;
  readonly bytes: Buffer;
}

/** A site with one post whose body is given, and pictures. */
export function pictureSite(config: string, body: string, pictures: readonly SitePicture[], front = ""): string {
  const post = `---\ntitle: Pots\ndate: 2024-03-01\n${front}---\n${body}\n`;
  const kept = Object.fromEntries(pictures.map(({ path }) => [path, ""]));
  const site = makeFolder({
    "_config.yml": `title: Pots\nurl: https://example.org\n${config}`,
    "posts/2024-03-01-pots.md": post,
    ...kept,
  });
  for (const { path, bytes } of pictures) writeFileSync(join(site, path), bytes);
  return site;
}
