const replaced: Readonly<Record<string, RegExp>> = {
  raw: /\s+/g,
  default: /[^\p{M}\p{L}\p{Nd}]+/gu,
  pretty: /[^\p{M}\p{L}\p{Nd}._~!$&'()+,;=@]+/gu,
  ascii: /[^A-Za-z0-9]+/g,
  latin: /[^\p{M}\p{L}\p{Nd}]+/gu,
};

/** Jekyll's slug of a text; an unknown mode only makes it lower case. */
export function slugify(text: string, mode = "default", { cased = false } = {}): string {
  const pattern = replaced[mode];
  if (!pattern) return cased ? text : text.toLowerCase();
  const latin = mode === "latin" ? text.normalize("NFD").replace(/\p{M}/gu, "") : text;
  const slug = latin.replace(pattern, "-").replace(/^-|-$/g, "");
  return cased ? slug : slug.toLowerCase();
}

/** The title that a file name stands for: `my-first-post` → `My First Post`. */
export function titleOfSlug(slug: string): string {
  return slug
    .split("-")
    .filter((word, index, words) => word !== "" || index < words.length - 1)
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1).toLowerCase())
    .join(" ");
}
