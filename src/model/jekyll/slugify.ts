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
  const letters = mode === "latin" ? transliterated(text) : text;
  const slug = letters.replace(pattern, "-").replace(/^-|-$/g, "");
  return cased ? slug : slug.toLowerCase();
}

/** Letters that are written as others in ASCII, besides those that only have a mark. */
const others: Readonly<Record<string, string>> = Object.fromEntries(
  "Æ:AE Ð:D ×:x Ø:O Þ:Th ß:ss æ:ae ð:d ø:o þ:th Đ:D đ:d Ħ:H ħ:h ı:i Ĳ:IJ ĳ:ij ĸ:k Ŀ:L ŀ:l Ł:L ł:l ŉ:'n Ŋ:NG ŋ:ng Œ:OE œ:oe Ŧ:T ŧ:t"
    .split(" ")
    .map((pair) => pair.split(":") as [string, string]),
);

/** As the gem i18n does it, which knows the letters up to `ž` and takes every other sign for `?`. */
function transliterated(text: string): string {
  return text.normalize("NFC").replace(/[^\x00-\x7f]/gu, (sign) => {
    const plain = sign <= "ž" ? sign.normalize("NFD").replace(/\p{M}/gu, "") : "";
    return others[sign] ?? (/^[a-z]$/i.test(plain) ? plain : "?");
  });
}

/** The title that a file name stands for: `my-first-post` → `My First Post`. */
export function titleOfSlug(slug: string): string {
  return slug
    .split("-")
    .filter((word, index, words) => word !== "" || index < words.length - 1)
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1).toLowerCase())
    .join(" ");
}
