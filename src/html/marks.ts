/*
 * A finished body names its local URLs by index, between two characters that no text can hold: noncharacters of Unicode,
 * which `withoutMarks` takes out of every source. The page stage fills in the final URLs without parsing.
 */
const OPEN = "\ufdd0";
const CLOSE = "\ufdd1";
const mark = /( href=")?\ufdd0(\d+)\ufdd1(")?/g;

export function urlMark(index: number): string {
  return `${OPEN}${index}${CLOSE}`;
}

export function withoutMarks(source: string): string {
  return source.includes(OPEN) || source.includes(CLOSE) ? source.replace(/[\ufdd0\ufdd1]/g, "\ufffd") : source;
}

/**
 * Puts `urls[index]`, escaped for an attribute, in the place of each mark. A link whose URL is empty leads nowhere and loses
 * its `href`. `attributes[index]`: what else the element shall have, to be put behind the attribute that is the URL.
 */
export function fillMarks(
  html: string,
  urls: readonly string[],
  attributes: Readonly<Record<number, Attributes>> = {},
): string {
  // Most bodies have none, of which a search for one character tells sooner than the expression.
  if (!html.includes(OPEN)) return html;
  return html.replace(mark, (_, before: string | undefined, index: string, after: string | undefined) => {
    const url = urls[Number(index)] ?? "";
    const further = after ? printAttributes(attributes[Number(index)]) : "";
    return url === "" && before && after ? "" : `${before ?? ""}${escapeAttribute(url)}${after ?? ""}${further}`;
  });
}

/** By name, in the order in which they are printed. */
export type Attributes = Readonly<Record<string, string | number>>;

function printAttributes(attributes: Attributes = {}): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escapeAttribute(String(value))}"`)
    .join("");
}

function escapeAttribute(url: string): string {
  return url.replace(/&/g, "&amp;").replace(/"/g, "&quot;");
}
