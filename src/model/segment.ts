import { shortHash } from "../lib/hash.js";

/*
 * Names for files and folders that every host, operating system and archive format takes.
 */

/** Longest name in bytes, with room for an extension and a temporary suffix. */
const LONGEST = 200;

const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?$/i;

/** What most names are: characters that stay as they are (of which none has a second spelling), and few of them. */
const plain = /^[\w\u4e00-\u9fff-](?:[\w.\u4e00-\u9fff-]{0,62}[\w\u4e00-\u9fff-])?$/;

/** One segment of a path: never empty, never `.` or `..`, no character that some file system refuses, at most 207 bytes. */
export function portableSegment(name: string): string {
  if (plain.test(name)) return reserved.test(name) ? `${name}-` : name;
  const cleaned = name
    .replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufdd0\ufdd1\ufeff]/g, "")
    // What stood apart by an invisible character may be one now.
    .normalize("NFC")
    .replace(/[<>:"/\\|?*%]+/g, "-")
    .replace(/^\s+|[.\s]+$/g, "")
    .toWellFormed();
  if (cleaned === "") return `-${shortHash(name)}`;
  return shortened(reserved.test(cleaned) ? `${cleaned}-` : cleaned);
}

/** A long name keeps its beginning and gets a hash of the whole, so that two long names stay two. */
function shortened(name: string): string {
  if (Buffer.byteLength(name) <= LONGEST) return name;
  let head = Buffer.from(name)
    .subarray(0, LONGEST - 10)
    .toString("utf8");
  head = head.replace(/\ufffd+$/, "");
  return `${head}-${shortHash(name)}`;
}

/** The folder of a term: `C++` → `c-plus-plus`, `.NET` → `dot-net`, `Web 开发` → `web-开发`, `🎉` → `🎉`. */
export function termSlug(name: string): string {
  const spelled = foldTerm(name)
    .replace(/\+/g, "-plus")
    .replace(/#/g, "-sharp")
    .replace(/^\./, "dot-")
    .replace(/&/g, "-and-")
    .replace(/(?:(?![\u200d\ufe0f])[^\p{L}\p{N}\p{M}\p{Extended_Pictographic}._~-])+/gu, "-")
    .replace(/-+/g, "-")
    .replace(/^[-.]+|[-.]+$/g, "");
  return portableSegment(spelled || `-${shortHash(name)}`);
}

/** Kept, since the same few names come from thousands of posts. */
const foldedTerms = new Map<string, string>();

/** Terms whose names fold to the same are one term. */
export function foldTerm(name: string): string {
  const known = foldedTerms.get(name);
  if (known !== undefined) return known;
  const folded = name.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
  foldedTerms.set(name, folded);
  return folded;
}

/** A site path from segments as people write them: percent-encoded where a URL needs it, non-ASCII included. */
export function encodePath(path: string): string {
  if (/^[\w/.-]*$/.test(path)) return path;
  return encodeURI(path.toWellFormed()).replace(/[?#]/g, encodeURIComponent);
}
