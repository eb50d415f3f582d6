import { anchor } from "./write.js";

/*
 * Tags without content of Hexo and its themes (NexT, Butterfly, Volantis), whose fields are set apart by commas: words in
 * another dress, for the most part. The words stay, in HTML or in the Markdown that they are written in.
 */

type Meaning = (fields: readonly string[], text: string) => string;

const colours = "default|primary|success|info|warning|danger|blue|pink|red|purple|orange|green|yellow|cyan|gray|grey";
const isAddress = (field: string): boolean => /^(?:(?:https?:)?\/\/|\/|#|\.{1,2}\/|mailto:)/i.test(field);

const behindStyle: Meaning = (fields, text) => (fields.length > 1 ? fields.slice(1).join(", ") : text);
const dressed =
  (tagName: string): Meaning =>
  (_, text) =>
    `<${tagName}>${text}</${tagName}>`;
const hidden: Meaning = (fields) => fields[0]!;

const meanings: Readonly<Record<string, Meaning>> = {
  btn: button,
  label: (_, text) => text.replace(/^\w+@/, "").replace(new RegExp(`(?<=\\S)\\s+(?:${colours})$`), ""),
  span: behindStyle,
  p: behindStyle,
  u: dressed("u"),
  emp: dressed("em"),
  wavy: dressed("em"),
  del: dressed("del"),
  kbd: dressed("kbd"),
  psw: (_, text) => text,
  hideInline: hidden,
  spoiler: (_, text) => text,
  checkbox: mark,
  radio: mark,
  include_code: (_, text) => includedCode(text),
  iframe: (fields) =>
    isAddress(fields[0]!) ? `<iframe src="${fields[0]!.split(/\s/)[0]!.replace(/"/g, "%22")}"></iframe>` : "",
};

/** What the tag shows, as text of the body; `undefined` if the name is not one of these, or nothing stands behind it. */
export function meaningOfHexoTag(name: string, text: string): string | undefined {
  const words = text.trim();
  if (words === "" || !Object.hasOwn(meanings, name)) return undefined;
  const fields = words.split(",").map((field) => field.trim());
  return meanings[name]!(fields, words);
}

/** `url, text, icon` or, with a style before them, `style, text, url, icon`. */
function button(fields: readonly string[]): string {
  const href = fields.find(isAddress) ?? fields[0]!;
  const label = fields[1];
  return anchor(href, label && label !== href ? label : href);
}

function mark(fields: readonly string[], text: string): string {
  const label = fields.length > 1 ? fields.slice(1).join(", ") : text;
  return `${/\bchecked\b/.test(fields[0]!) && fields.length > 1 ? "☑" : "☐"} ${label}`;
}

/** `[title] [lang:language] [from:line] [to:line] path`; Octopress and Hexo publish the files in one folder. */
function includedCode(text: string): string {
  const words = text.split(/\s+/).filter((word) => !/^(?:lang|from|to):/.test(word));
  const file = words.at(-1)!;
  const title = words.slice(0, -1).join(" ");
  return anchor(`/downloads/code/${file.replace(/^\//, "")}`, title || file);
}
