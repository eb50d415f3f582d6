import { readFileSync } from "node:fs";
import type { Message } from "../../model/message.js";
import { replaceFile } from "../replace-file.js";
import { pointToCopies } from "./point-to-copies.js";

/** A picture of a post: its address as the post spells it, and the site path of its copy, or why there is none. */
export type Picture = { readonly url: string } & ({ readonly copy: string } | { readonly why: string });

/** Lets a post name the copies of its pictures. It is read anew, for fetching may have taken hours. */
export function pointPost(
  path: string,
  file: string,
  pictures: readonly Picture[],
): { readonly isChanged: boolean; readonly messages: readonly Message[] } {
  // latin1 gives every byte back, whatever the encoding.
  const before = readFileSync(file).toString("latin1");
  const copies = new Map(pictures.flatMap((one) => ("copy" in one ? [[asBytes(one.url), one.copy] as const] : [])));
  const { text, found } = pointToCopies(before, copies);
  if (text !== before) replaceFile(file, Buffer.from(text, "latin1"));
  const messages = pictures
    .filter(({ url }) => !found.has(asBytes(url)))
    .map((picture) => ({ ...complaint(picture), file: path, ...placeOf(text, asBytes(picture.url)) }));
  return { isChanged: text !== before, messages };
}

const asBytes = (url: string) => Buffer.from(url).toString("latin1");

function placeOf(text: string, url: string): { line: number; column: number } | undefined {
  const index = text.indexOf(url);
  if (index < 0) return undefined;
  const before = text.slice(0, index);
  return { line: before.split("\n").length, column: index - before.lastIndexOf("\n") };
}

function complaint(picture: Picture): Message {
  const { url } = picture;
  if ("copy" in picture)
    return {
      severity: "warning",
      ruleId: "image-not-replaced",
      reason: `The picture ${url} was fetched, but the post spells its address in another way`,
      note: `Write ${picture.copy} in its place`,
    };
  return {
    severity: "warning",
    ruleId: "image-not-fetched",
    reason: `The picture ${url} could not be fetched (${picture.why})`,
    note: "Call the command again later, save it yourself, or look for a copy in a web archive",
  };
}
