import { createRequire } from "node:module";
import { loadSharp } from "../../src/work/images/load-sharp.js";

/** As much of it as the tests of pictures use to make their own and to read what was made. */
export type SharpForTests = (input: unknown, options?: object) => TestImage;

export interface TestImage {
  jpeg(options?: object): TestImage;
  png(options?: object): TestImage;
  webp(options?: object): TestImage;
  avif(options?: object): TestImage;
  gif(options?: object): TestImage;
  resize(width: number, height: number): TestImage;
  withMetadata(options: object): TestImage;
  metadata(): Promise<{ readonly format: string; readonly width: number; readonly height: number }>;
  toBuffer(): Promise<Buffer>;
}

/** The package is optional, for the tests as for the program: without it those that need it are skipped. */
export const sharp = find() as SharpForTests;
export const isSharpThere = sharp !== undefined;

function find(): unknown {
  try {
    loadSharp([import.meta.url]);
    return createRequire(import.meta.url)("sharp");
  } catch {
    return undefined;
  }
}
