const known = new Map<string, string>();

/** One spelling for `pubDate`, `pub_date`, `Pub-Date` and the `layout:` of a doubled colon. */
export function normalizeKey(key: string): string {
  let normal = known.get(key);
  if (normal === undefined) {
    normal = key
      .normalize("NFKC")
      .toLowerCase()
      .replace(/[\s_:-]/g, "");
    // The same few keys come again in every post; a hostile archive may bring new ones without end.
    if (known.size > 5000) known.clear();
    known.set(key, normal);
  }
  return normal;
}
