import { escapeHtml } from "../../lib/escape.js";
import type { FrontMatter } from "../../model/front-matter.js";

const pageValue =
  /^\s*page\.([\w-]+)\s*(?:\|\s*(?:escape|escape_once|xml_escape|strip|strip_html|strip_newlines|normalize_whitespace|smartify)\s*)*$/;

/**
 * What `{{ page.key }}` says, as HTML: a single value of the post's own front matter. `undefined` where there is none, or
 * where a filter makes something else of it.
 */
export function pageValueOf(inside: string, frontMatter: FrontMatter): string | undefined {
  const key = pageValue.exec(inside)?.[1];
  if (key === undefined) return undefined;
  const value = fieldOf(key, frontMatter);
  const isSingle = typeof value === "string" || typeof value === "number";
  return isSingle && value !== "" ? escapeHtml(String(value)) : undefined;
}

function fieldOf(key: string, frontMatter: FrontMatter): unknown {
  switch (key) {
    case "title":
    case "subtitle":
    case "description":
    case "slug":
    case "lang":
    case "license":
      return frontMatter[key];
    case "image":
      return frontMatter.covers[0]?.src;
    default:
      return Object.hasOwn(frontMatter.extra, key) ? frontMatter.extra[key] : undefined;
  }
}
