export type ImageKind = "png" | "jpg" | "gif" | "webp" | "avif" | "bmp" | "svg";

/** What the first bytes say that a file is: the extension of its name. Undefined for what browsers do not show as a picture. */
export function imageKind(bytes: Buffer): ImageKind | undefined {
  const head = bytes.toString("latin1", 0, 12);
  if (head.startsWith("\x89PNG\r\n\x1a\n")) return "png";
  if (head.startsWith("\xff\xd8\xff")) return "jpg";
  if (/^GIF8[79]a/.test(head)) return "gif";
  if (/^RIFF[\s\S]{4}WEBP/.test(head)) return "webp";
  if (/^[\s\S]{4}ftypavi[fs]/.test(head)) return "avif";
  if (head.startsWith("BM") && bytes.length > 54) return "bmp";
  return /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*|<!doctype[^>]*>\s*)*<svg[\s>]/i.test(
    bytes.toString("utf8", 0, 2000).replace(/^\ufeff/, ""),
  )
    ? "svg"
    : undefined;
}
