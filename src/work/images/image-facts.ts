import { closeSync, openSync, readFileSync, readSync } from "node:fs";
import { type ImageKind, imageKind } from "../../lib/image-kind.js";
import { imageSize } from "../../lib/image-size.js";

/** What the head of a picture's file says. */
export interface ImageFacts {
  readonly kind: ImageKind;
  /** Pixels, as browsers turn the picture. */
  readonly width: number;
  readonly height: number;
  /** As far as the head tells it: of a GIF or a WebP it may be one although this says nothing. */
  readonly isAnimated: boolean;
}

/** Bytes in which the size stands, unless a camera has put a preview or a colour profile before it. */
const HEAD = 65_536;

/** Reads the head of a file. Nothing for what is no picture of pixels, SVG among it: that has the size that its author gave it. */
export function readImageFacts(file: string): ImageFacts | undefined {
  try {
    const head = readHead(file);
    const kind = imageKind(head);
    if (kind === undefined || kind === "svg") return undefined;
    return factsOf(head, kind) ?? (head.length < HEAD ? undefined : factsOf(readFileSync(file), kind));
  } catch {
    // A file that went away or that nobody may read is told where it is copied.
    return undefined;
  }
}

function readHead(file: string): Buffer {
  const descriptor = openSync(file, "r");
  try {
    const bytes = Buffer.alloc(HEAD);
    return bytes.subarray(0, readSync(descriptor, bytes, 0, HEAD, 0));
  } finally {
    closeSync(descriptor);
  }
}

function factsOf(bytes: Buffer, kind: ImageKind): ImageFacts | undefined {
  const size = imageSize(bytes, kind);
  return size && { kind, ...size, isAnimated: kind === "png" && bytes.includes("acTL") };
}
