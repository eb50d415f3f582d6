import { isUtf8 } from "node:buffer";
import { decodeUtf8 } from "../lib/utf8.js";
import type { Message } from "../model/message.js";

/** A file's text with `\n` line ends, without a byte order mark, and what was wrong with its bytes. */
export interface Decoded {
  readonly text: string;
  readonly messages: readonly Message[];
}

/** Characters that neither HTML nor XML allows; tab and newline stay. */
const controlCharacters = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g;
const someControlCharacter = new RegExp(controlCharacters.source);

/**
 * Turns the bytes of a post into text. UTF-8 is expected, UTF-16 is known by its mark; bytes that are neither are read as
 * GB18030 or Windows-1252, whichever they look like, with a warning. Nothing is replaced or removed silently.
 */
export function decode(bytes: Uint8Array, file: string): Decoded {
  const messages: Message[] = [];
  let text = decodeBytes(bytes, file, messages);
  if (text.charCodeAt(0) === 0xfeff) text = text.slice(1);
  if (text.includes("\r")) text = text.replace(/\r\n?/g, "\n");
  if (someControlCharacter.test(text)) text = removeControlCharacters(text, file, messages);
  return { text, messages };
}

function decodeBytes(bytes: Uint8Array, file: string, messages: Message[]): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const utf16 = utf16Encoding(bytes);
  if (!utf16 && isUtf8(buffer)) return decodeUtf8(buffer);
  const encoding = utf16 ?? guessEncoding(bytes);
  const text = new TextDecoder(encoding).decode(bytes);
  const replaced = text.indexOf("\ufffd");
  if (utf16 && replaced === -1) return text;
  messages.push(
    encoding === "utf-8" || utf16
      ? {
          severity: "warning",
          ruleId: "encoding",
          reason: `The file is ${encoding.toUpperCase()} with broken bytes in it; each shows as \ufffd`,
          note: "Replace the \ufffd characters by what they should be and save the file as UTF-8",
          file,
          ...position(text, Math.max(replaced, 0)),
        }
      : {
          severity: "warning",
          ruleId: "encoding",
          reason: `The file is not UTF-8; it was read as ${encoding.toUpperCase()}, which may be a wrong guess`,
          note: "Save the file as UTF-8",
          file,
          ...position(text, Math.max(text.search(/[^\0-\x7f]/), 0)),
        },
  );
  return text;
}

function utf16Encoding(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  return bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : undefined;
}

function guessEncoding(bytes: Uint8Array): "utf-8" | "gb18030" | "windows-1252" {
  const lossy = new TextDecoder("utf-8").decode(bytes);
  const broken = count(lossy, /\ufffd/g);
  if (count(lossy, /[\x80-\uffff]/g) - broken > broken) return "utf-8";
  return isPairedHighBytes(bytes) && isValid(bytes, "gb18030") ? "gb18030" : "windows-1252";
}

/** Chinese encodings write most characters as two high bytes, Western ones strew single high bytes among letters. */
function isPairedHighBytes(bytes: Uint8Array): boolean {
  let high = 0;
  let paired = 0;
  for (let i = 0; i < bytes.length; i++) {
    if (bytes[i]! < 0x80) continue;
    high += 1;
    if ((bytes[i - 1] ?? 0) >= 0x80 || (bytes[i + 1] ?? 0) >= 0x80) paired += 1;
  }
  return paired * 2 > high;
}

function isValid(bytes: Uint8Array, encoding: string): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function removeControlCharacters(text: string, file: string, messages: Message[]): string {
  const found = count(text, controlCharacters);
  messages.push({
    severity: "warning",
    ruleId: "control-characters",
    reason: `${found} invisible control ${found === 1 ? "character was" : "characters were"} left out; no web page or feed may hold one`,
    note: "Delete it in the file: editors show it as a box or as ^H, ^[ and the like",
    file,
    ...position(text, text.search(someControlCharacter)),
  });
  return text.replace(controlCharacters, "");
}

function count(text: string, regexp: RegExp): number {
  return text.match(regexp)?.length ?? 0;
}

function position(text: string, offset: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset);
  return { line: count(before, /\n/g) + 1, column: offset - before.lastIndexOf("\n") };
}
