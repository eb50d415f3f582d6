import { createRequire } from "node:module";
import { join } from "node:path";
import { UserError } from "../../model/message.js";

/** As much of `sharp` as is used here. */
export type Sharp = (file: string, options: object) => SharpImage;

export interface SharpImage {
  metadata(): Promise<{ readonly pages?: number }>;
  autoOrient(): SharpImage;
  resize(options: { readonly width: number }): SharpImage;
  timeout(options: { readonly seconds: number }): SharpImage;
  webp(options: object): SharpImage;
  toBuffer(): Promise<Buffer>;
}

/** Where to look for it: beside the program, and in the site that the program was not installed in. */
export const placesOfSharp = (source: string): readonly string[] => [import.meta.url, join(source, "package.json")];

/** The first `sharp` that modules at these places would get. Throws a `UserError` where none gets one. */
export function loadSharp(places: readonly string[]): Sharp {
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
        reason: "`images:` needs the package sharp, which is not installed here",
        note: "Run `npm install sharp` in the folder of the site, or take `images:` out of the configuration",
      },
    ],
    2,
  );
}
