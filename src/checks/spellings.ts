import { decodePercent } from "../lib/percent.js";

/** How an address may stand in the source: as it is, with entities, decoded, at least its path, at least its last part. */
export function spellingsOf(url: string): readonly string[] {
  const path = url.replace(/[?#].*$/s, "");
  const last = path.replace(/\/$/, "").replace(/^.*\//s, "");
  const whole = [url, url.replaceAll("&", "&amp;"), decodePercent(url), path, decodePercent(path)];
  const parts = [last, decodePercent(last)].filter((part) => part.length > 3);
  return [...new Set([...whole, ...parts])].filter((spelling) => spelling.length > 1);
}
