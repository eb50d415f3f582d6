import { decodeHTMLStrict } from "entities/decode";
import { isList, isMap, type Value } from "./value.js";

/** A value as one line of text with its HTML entities decoded, or undefined where there is none. Tags stay literal. */
export function readText(value: Value): string | undefined {
  if (value === null || typeof value === "object") return undefined;
  const text = decodeEntities(String(value)).trim();
  if (text === "") return undefined;
  return /[^\S ]| {2}/.test(text) ? text.replace(/\s+/g, " ") : text;
}

/** Text that was meant as a name, a path or a URL: a switch (`image: true`) is none. The first of a list counts. */
export function readName(value: Value): string | undefined {
  if (isList(value)) return value.length > 0 ? readName(value[0]!) : undefined;
  return typeof value === "boolean" ? undefined : readText(value);
}

/** All the texts in a value, lists within lists included, each once. */
export function readNames(value: Value): readonly string[] {
  if (isList(value)) return [...new Set(value.flatMap(readNames))];
  const name = readName(value);
  return name === undefined ? [] : [name];
}

/** An absolute web address. */
export function readWebUrl(value: Value): string | undefined {
  const text = readName(value);
  return text !== undefined && /^https?:\/\/[^\s/]/i.test(text) ? text : undefined;
}

/** A switch as people write it: `true`, `yes`, `on`, `1`, or a map with such a value under `enable`. */
export function readSwitch(value: Value): boolean | undefined {
  if (isList(value)) return undefined;
  if (isMap(value)) return readSwitch(value.enable ?? value.enabled ?? value.show ?? null);
  if (typeof value === "boolean") return value;
  const text = readName(value)?.toLowerCase() ?? "";
  if (["true", "yes", "on", "y", "1"].includes(text)) return true;
  return ["false", "no", "off", "n", "0"].includes(text) ? false : undefined;
}

export function readNumber(value: Value): number | undefined {
  const text = readName(value) ?? "";
  return /^-?\d{1,12}(?:\.\d{1,6})?$/.test(text) ? Number(text) : undefined;
}

/** Scrapers leave `&#61;` and `&oacute;` in titles and addresses. */
export function decodeEntities(text: string): string {
  return text.includes("&") ? decodeHTMLStrict(text) : text;
}
