const unspaced = /^(#{1,6})([^#\s].*)$/;

/**
 * `##Title` is a heading for those who wrote it, though not for GFM. A single `#` also begins hashtags, issue numbers and
 * comments of scripts, so it must stand alone and look like a title.
 */
export function fixHeading(line: string, isAlone: boolean): string {
  const [, signs, title] = unspaced.exec(line) ?? [];
  if (signs === undefined || title === undefined) return line;
  const isHeading = signs.length > 1 ? !/^[!/-]/.test(title) : isAlone && looksLikeTitle(title);
  return isHeading ? `${signs} ${title}` : line;
}

function looksLikeTitle(title: string): boolean {
  return (
    /^[\p{L}\p{N}【《「（(]/u.test(title) &&
    !/^\d+\b/.test(title) &&
    !/#|[。；;，,.：:]$/.test(title) &&
    title.length <= 60
  );
}
