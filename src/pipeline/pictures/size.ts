import type { Element } from "hast";
import { stringAttribute } from "../../html/query.js";

interface Size {
  readonly width?: number;
  readonly height?: number;
}

/** In CSS pixels, so that the page does not jump when the picture comes: attributes first, then style, then the file's name. */
export function sizeOf(image: Element): Size {
  const style = stringAttribute(image, "style") ?? "";
  const width = pixels(stringAttribute(image, "width")) ?? pixels(declared(style, "width"));
  const height = pixels(stringAttribute(image, "height")) ?? pixels(declared(style, "height"));
  if (width !== undefined && height !== undefined) return { width, height };
  const named = sizeInName(stringAttribute(image, "src") ?? "");
  const agrees = named && (width ?? named.width) === named.width && (height ?? named.height) === named.height;
  // Half of another size would distort it.
  if (agrees && !/(?:width|height)\s*:\s*[\d.]+%/.test(style)) return named;
  return { ...(width !== undefined ? { width } : {}), ...(height !== undefined ? { height } : {}) };
}

function declared(style: string, side: string): string | undefined {
  return new RegExp(`(?:^|[;\\s])${side}\\s*:\\s*([\\d.]+px)`, "i").exec(style)?.[1];
}

function pixels(written: string | undefined): number | undefined {
  const number = /^\s*(\d{1,5})(?:\.\d+)?(?:px)?\s*$/i.exec(written ?? "")?.[1];
  return number === undefined ? undefined : Number(number);
}

/** `pot-300x200.jpg` of WordPress, `/w640-h480/` of Blogger: what the server has scaled the file to. */
function sizeInName(src: string): Required<Size> | undefined {
  const found =
    /-(\d{2,4})x(\d{2,4})\.(?:jpe?g|png|gif|webp|avif)(?:[?#]|$)/i.exec(src) ??
    /^(?:https?:)?\/\/[\w.-]*(?:googleusercontent|blogspot|ggpht)\.com\/.*[/=]w(\d{2,4})-h(\d{2,4})(?:[-/]|$)/.exec(
      src,
    );
  return found ? { width: Number(found[1]), height: Number(found[2]) } : undefined;
}
