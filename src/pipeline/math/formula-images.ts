import type { Element } from "hast";
import { classList, stringAttribute } from "../../html/query.js";
import { parseWebUrl } from "../../html/urls.js";

/** Hosts and paths of the services that draw formulas. */
const services =
  /^(?:latex\.csdn\.net\/eq|(?:[\w-]+\.)?codecogs\.com\/|(?:www\.)?zhihu\.com\/equation|(?:chart|chart\.apis)\.(?:google|googleapis)\.com\/chart|math\.jianshu\.com\/math|s\d*\.wp\.com\/latex|[\w-]+\.wordpress\.com\/latex|math\.now\.sh\/|wikimedia\.org\/api\/rest_v1\/media\/math|upload\.wikimedia\.org\/math)/i;
const marks = /^(?:mathcode|latex|mwe-math-fallback-image-(?:inline|display)|mathjax-img|latex_img)$/;

/** The TeX of a picture that shows a formula: its description, or what its address asks for. */
export function texOfImage(image: Element): string | undefined {
  const src = stringAttribute(image, "src") ?? "";
  const url = parseWebUrl(src);
  const isService = url !== undefined && services.test(url.host + url.pathname);
  if (!isService && !classList(image).some((name) => marks.test(name))) return undefined;
  if (url?.pathname === "/chart" && url.searchParams.get("cht") !== "tx") return undefined;
  const alt = stringAttribute(image, "alt")?.trim() ?? "";
  const asked = url ? texOfQuery(url) : "";
  const tex = alt && !/^(?:equation|formula|公式|image|\[公式\])$/i.test(alt) ? alt : asked;
  return tex ? withoutSettings(tex) : undefined;
}

function texOfQuery(url: URL): string {
  for (const name of ["tex", "latex", "chl", "formula", "from"]) {
    const value = url.searchParams.get(name);
    if (value) return value.trim();
  }
  try {
    // The whole query is the formula, and a plus is one.
    return decodeURIComponent(url.search.slice(1)).trim();
  } catch {
    return "";
  }
}

/** Codecogs takes settings in front of the formula, Wikipedia wraps it in one. */
function withoutSettings(tex: string): string {
  return tex
    .replace(/^(?:\\(?:dpi|bg|fn|inline|large|small|huge|tiny|LARGE|Large)(?:_[a-z]+|\{[^{}]*\})?\s*)+(?=\S)/, "")
    .replace(/^\{\\(?:displaystyle|textstyle)\s+([\s\S]*)\}$/, "$1")
    .trim();
}
