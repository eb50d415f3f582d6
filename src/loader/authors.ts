import type { Author } from "../model/front-matter.js";
import { readText, readWebUrl } from "./text.js";
import { isList, isMap, type Value } from "./value.js";

/** The authors that a value names: a text, a map as WordPress writes it, or a list of either. E-mail addresses are left out. */
export function readAuthors(value: Value): readonly Author[] | undefined {
  const authors = isList(value) ? value.flatMap((child) => readAuthors(child) ?? []) : [readAuthor(value)];
  const named = authors.filter((author) => author !== undefined);
  return named.length > 0 ? named : undefined;
}

function readAuthor(value: Value): Author | undefined {
  if (isMap(value)) {
    const name = readAuthorName(
      value.name ?? value.display_name ?? value.displayName ?? value.title ?? value.login ?? null,
    );
    const url = readWebUrl(value.url ?? value.link ?? value.homepage ?? null);
    const avatar = readText(value.avatar ?? value.picture ?? null);
    return name === undefined ? undefined : { name, ...(url ? { url } : {}), ...(avatar ? { avatar } : {}) };
  }
  const text = typeof value === "boolean" ? undefined : readText(value);
  const link = text
    ?.slice(0, 500)
    .match(/^(?:<a [^<>]*?href=["']?(https?:[^"'\s>]+)[^<>]*>([^<>]+)<\/a>|\[([^\]]+)\]\((https?:[^)\s]+)\))$/i);
  const name = readAuthorName(link ? (link[2] ?? link[3] ?? null) : (text ?? null));
  const url = link?.[1] ?? link?.[4];
  return name === undefined ? undefined : { name, ...(url ? { url } : {}) };
}

/** `noreply@blogger.com (Jo)`, `Jo <jo@example.org>`: only the name; a bare address gives the part before the @. */
function readAuthorName(value: Value): string | undefined {
  const text = readText(value)?.slice(0, 500);
  const address = text?.match(/[^\s<>()@]+@[^\s<>()@]+\.[^\s<>()@]+/)?.[0];
  if (text === undefined || address === undefined) return text;
  const rest = text
    .replace(address, "")
    .replace(/[<>()]|mailto:/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  return rest || address.slice(0, address.indexOf("@"));
}
