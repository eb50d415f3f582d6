import { createRequire } from "node:module";
import { join } from "node:path";
import { UserError } from "../../model/message.js";

/** As much of `sharp` as is used here. */
export type Sharp = (input: string | object, options?: object) => SharpImage;

/** Bytes, and pixels. */
export interface DrawnImage {
  readonly data: Buffer;
  readonly info: { readonly width: number; readonly height: number };
}

export interface SharpImage {
  metadata(): Promise<{ readonly pages?: number }>;
  autoOrient(): SharpImage;
  resize(options: { readonly width: number }): SharpImage;
  timeout(options: { readonly seconds: number }): SharpImage;
  webp(options: object): SharpImage;
  png(options?: object): SharpImage;
  composite(images: readonly object[]): SharpImage;
  removeAlpha(): SharpImage;
  toBuffer(): Promise<Buffer>;
  toBuffer(options: { readonly resolveWithObject: true }): Promise<DrawnImage>;
}

/** Where to look for it: beside the program, and in the site that the program was not installed in. */
export const placesOfSharp = (source: string): readonly string[] => [import.meta.url, join(source, "package.json")];

/** The first `sharp` that modules at these places would get. Throws a `UserError` where none gets one: what `setting` asks for needs it. */
export function loadSharp(places: readonly string[], setting: "images" | "cards" = "images"): Sharp {
  for (const from of places) {
    try {
      const sharp = createRequire(from)("sharp");
      sharp.concurrency(1);
      return sharp;
    } catch {
      // Not there, or not for this machine: the next may be.
    }
  }
  throw new UserError(
    [
      {
        severity: "error",
        ruleId: "sharp-missing",
        reason: `\`${setting}:\` needs the package sharp, which is not installed here`,
        note: `Run \`npm install sharp\` in the folder of the site, or take \`${setting}:\` out of the configuration`,
      },
    ],
    2,
  );
}
