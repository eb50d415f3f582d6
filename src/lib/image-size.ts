import type { ImageKind } from "./image-kind.js";

export interface ImageSize {
  /** Pixels, as browsers turn the picture. */
  readonly width: number;
  readonly height: number;
}

/** The size that the head of a picture's file tells, by the specifications of the formats; nothing where it does not reach that far. */
export function imageSize(bytes: Buffer, kind: ImageKind): ImageSize | undefined {
  try {
    const size = kind === "svg" ? undefined : readers[kind](bytes);
    return size && size.width > 0 && size.height > 0 ? size : undefined;
  } catch (error) {
    // Reading behind the end.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

const readers: Readonly<Record<Exclude<ImageKind, "svg">, (bytes: Buffer) => ImageSize | undefined>> = {
  png: (bytes) => ({ width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }),
  gif: (bytes) => ({ width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) }),
  // Rows from the top down have a negative height.
  bmp: (bytes) => ({ width: bytes.readInt32LE(18), height: Math.abs(bytes.readInt32LE(22)) }),
  webp: sizeOfWebp,
  jpg: sizeOfJpeg,
  avif: sizeOfAvif,
};

function sizeOfWebp(bytes: Buffer): ImageSize | undefined {
  const chunk = bytes.toString("latin1", 12, 16);
  if (chunk === "VP8X") return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 };
  if (chunk === "VP8 ") return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff };
  if (chunk !== "VP8L") return undefined;
  const bits = bytes.readUInt32LE(21);
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
}

/** Start of frame, of any sort; between these codes lie three of other meaning. */
const isFrame = (code: number): boolean => code >= 0xc0 && code <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(code);

function sizeOfJpeg(bytes: Buffer): ImageSize | undefined {
  let liesOnItsSide = false;
  for (let at = 2; ; ) {
    // Any number of bytes may fill up the space before a marker.
    while (bytes.readUInt8(at) === 0xff && bytes.readUInt8(at + 1) === 0xff) at += 1;
    if (bytes.readUInt8(at) !== 0xff) return undefined;
    const code = bytes.readUInt8(at + 1);
    if (isFrame(code)) {
      const [height, width] = [bytes.readUInt16BE(at + 5), bytes.readUInt16BE(at + 7)];
      return liesOnItsSide ? { width: height, height: width } : { width, height };
    }
    const length = bytes.readUInt16BE(at + 2);
    if (code === 0xe1) liesOnItsSide ||= orientationIn(bytes.subarray(at + 4, at + 2 + length)) >= 5;
    at += 2 + length;
  }
}

/** EXIF's orientation, 1 to 8; from 5 on the picture lies on its side. */
function orientationIn(segment: Buffer): number {
  if (segment.toString("latin1", 0, 6) !== "Exif\0\0") return 1;
  const tiff = segment.subarray(6);
  const isLittle = tiff.toString("latin1", 0, 2) === "II";
  const short = (at: number): number => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const directory = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  for (let entry = 0; entry < short(directory); entry += 1) {
    const at = directory + 2 + 12 * entry;
    if (short(at) === 0x0112) return short(at + 8);
  }
  return 1;
}

/** The largest of the sizes that the file lists: others are of parts and previews. */
function sizeOfAvif(bytes: Buffer): ImageSize | undefined {
  let largest: ImageSize | undefined;
  for (let at = bytes.indexOf("ispe"); at >= 0; at = bytes.indexOf("ispe", at + 4)) {
    const size = { width: bytes.readUInt32BE(at + 8), height: bytes.readUInt32BE(at + 12) };
    if (!largest || size.width * size.height > largest.width * largest.height) largest = size;
  }
  const turn = bytes.indexOf("irot");
  const liesOnItsSide = turn >= 0 && (bytes.readUInt8(turn + 4) & 1) === 1;
  return largest && liesOnItsSide ? { width: largest.height, height: largest.width } : largest;
}
