import { decodeHTML } from "entities/decode";

/*
 * Reads what our own printer wrote, in which every attribute value is in double quotes, without parsing it again.
 */

const mark = /^\ufdd0(\d+)\ufdd1$/;

/** The values of an attribute, of all elements. */
export function attributesOf(html: string, name: string): readonly string[] {
  return [...html.matchAll(new RegExp(`<[a-z][^<>"]*(?:"[^"]*"[^<>"]*)*?\\s${name}="([^"]*)"`, "g"))].map(([, value]) =>
    decodeHTML(value!),
  );
}

export interface Tag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
}

/** The start tags of some elements, their marks replaced by the addresses of `urls`. */
export function tagsOf(html: string, names: readonly string[], urls: readonly { readonly url: string }[]): Tag[] {
  const tag = new RegExp(`<(${names.join("|")})((?:\\s+[^\\s="<>]+(?:="[^"]*")?)*)\\s*>`, "g");
  return [...html.matchAll(tag)].map(([, name, attributes]) => ({
    name: name!,
    attributes: new Map(
      [...attributes!.matchAll(/([^\s="]+)(?:="([^"]*)")?/g)].map(([, key, value = ""]) => {
        const index = mark.exec(value)?.[1];
        return [key!, index === undefined ? decodeHTML(value) : (urls[Number(index)]?.url ?? "")];
      }),
    ),
  }));
}

/** The text that is no code, with a blank for each tag. */
export function proseOf(html: string): string {
  const prose = html.replace(/<(pre|code|kbd|samp|math|svg|textarea)(?=[\s>])[\s\S]*?<\/\1>/g, " ");
  return decodeHTML(prose.replace(/<[^<>"]*(?:"[^"]*"[^<>"]*)*>/g, " "));
}
