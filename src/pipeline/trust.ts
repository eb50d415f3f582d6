import type { Element, ElementContent, Root } from "hast";
import { parseHtml, printHtml } from "../html/parse.js";
import { schemeOf } from "../html/urls.js";

/** HTML after the check, and what had to go. */
export interface Checked {
  readonly html: string;
  /** Names of what was removed: `<script>`, `onclick`. */
  readonly removed: readonly string[];
}

/**
 * Takes out of a post's HTML what can harm its readers: scripts, frames, forms, style sheets, event handlers and URLs that
 * run something. HTML without any of it comes back byte for byte, so that a Jekyll site keeps its looks; for more cleaning
 * there is the Pumice shape.
 */
export function withoutDanger(html: string): Checked {
  const removed: string[] = [];
  let checked = html;
  // Printing a tree may make another of it when it is read again, so it is checked until nothing is found any more.
  for (let round = 0; round < 5; round += 1) {
    const found: string[] = [];
    // A tag or comment that is not finished would go on in the layout.
    if (!hasEnd(parseHtml(checked + end))) found.push("unfinished tag");
    const tree = parseHtml(checked);
    clean(tree, found);
    if (found.length === 0) return { html: checked, removed };
    removed.push(...found);
    checked = `${printHtml(tree).trimEnd()}\n`;
  }
  return { html: "", removed };
}

/** Is found again where the HTML before it is complete. */
const end = "<wbr data-pumice-end>";

function hasEnd(parent: Root | Element): boolean {
  return parent.children.some(
    (child) =>
      child.type === "element" && ((child.tagName === "wbr" && "dataPumiceEnd" in child.properties) || hasEnd(child)),
  );
}

const dangerous = new Set(
  (
    "script iframe frame frameset object embed applet base meta link style form input button textarea select portal " +
    "fencedframe template foreignobject animate animatemotion animatetransform set handler listener plaintext xmp noembed noframes noscript title"
  ).split(" "),
);

/** Players that show a film and nothing else. */
const players =
  /^(?:https?:)?\/\/(?:www\.youtube(?:-nocookie)?\.com\/embed\/|player\.vimeo\.com\/video\/|player\.bilibili\.com\/)/i;

function clean(parent: Root | Element, removed: string[]): void {
  parent.children = (parent.children as ElementContent[]).filter((child) => {
    if (child.type !== "element") return true;
    if (isDangerous(child)) {
      removed.push(`<${child.tagName}>`);
      return false;
    }
    cleanAttributes(child, removed);
    clean(child, removed);
    return true;
  });
}

function isDangerous({ tagName, properties }: Element): boolean {
  const name = tagName.toLowerCase();
  if (name === "iframe") return !players.test(String(properties.src ?? ""));
  // The box of a task list.
  if (name === "input") return properties.type !== "checkbox" || !properties.disabled;
  return dangerous.has(name);
}

const harmlessSchemes = new Set(["http", "https", "mailto", "tel", "ftp", "irc", "magnet", "xmpp", "sms", "geo"]);
const holdsUrl =
  /^(?:href|src|poster|cite|longdesc|xlink:?href|action|data|background|manifest|codebase|classid|usemap|profile|icon|dynsrc|lowsrc)$/i;
const rasterImage = /^\s*data:image\/(?:png|jpe?g|gif|webp|avif|bmp|x-icon)[;,]/i;
/** Style that leaves the post's place or asks another server for something. */
const wildStyle = /position\s*:|url\s*\(|expression\s*\(|behaviou?r\s*:|@import|\\/i;

function cleanAttributes({ tagName, properties }: Element, removed: string[]): void {
  for (const [name, value] of Object.entries(properties)) {
    if (!isHarmful(tagName, name, [value].flat().join(" "))) continue;
    removed.push(name.toLowerCase());
    delete properties[name];
  }
}

function isHarmful(tagName: string, name: string, value: string): boolean {
  if (/^on/i.test(name) || /^(?:srcdoc|formaction|ping|http-?equiv)$/i.test(name)) return true;
  if (/^style$/i.test(name)) return wildStyle.test(value);
  if (!holdsUrl.test(name)) return false;
  const scheme = schemeOf(value);
  if (scheme === undefined || harmlessSchemes.has(scheme)) return false;
  return !(scheme === "data" && tagName === "img" && rasterImage.test(value));
}
