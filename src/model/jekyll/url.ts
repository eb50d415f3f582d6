import { posix } from "node:path";
import { decodePercent } from "../../lib/percent.js";
import { type Message, UserError } from "../message.js";

/** Values for the placeholders of a template; `undefined` for a name that it does not know. */
export type Placeholders = (name: string) => string | undefined;

const styles: Readonly<Record<string, string>> = {
  none: "/:categories/:title:output_ext",
  date: "/:categories/:year/:month/:day/:title:output_ext",
  ordinal: "/:categories/:year/:y_day/:title:output_ext",
  pretty: "/:categories/:year/:month/:day/:title/",
  weekdate: "/:categories/:year/W:week/:short_day/:title:output_ext",
};

/** The template that a permalink style of the configuration stands for. */
export function templateOfStyle(style: string): string {
  return styles[style] ?? style;
}

/** A template for pages and collections with the end that the site's permalink style asks for. */
export function withStyleSuffix(template: string, style: string): string {
  if (style === "pretty") return `${template}/`;
  if (["date", "ordinal", "none"].includes(style)) return `${template}:output_ext`;
  if (style.endsWith("/")) return `${template}/`;
  return style.endsWith(":output_ext") ? `${template}:output_ext` : template;
}

/** Fills a template in and makes a clean site path of it. Throws a `UserError` for a placeholder that there is none of. */
export function fillTemplate(template: string, placeholders: Placeholders, file: string): string {
  const filled = template.replace(/:([a-z_]+)/g, (_, name: string) => {
    const key = [name, name.replace(/_$/, "")].find((candidate) => placeholders(candidate) !== undefined);
    if (key === undefined) throw new UserError([unknownPlaceholder(name, file)]);
    return escapePath(placeholders(key)!) + name.slice(key.length);
  });
  return cleanPath(filled);
}

/** A template of a page: other colons stay as they are, and a placeholder without a value takes its slash with it. */
export function fillPageTemplate(template: string, values: Readonly<Record<string, string>>): string {
  let filled = template;
  for (const [name, value] of Object.entries(values)) filled = filled.replaceAll(`:${name}`, () => escapePath(value));
  return cleanPath(filled);
}

/** One slash in front, none doubled, and no step to a parent folder. */
function cleanPath(path: string): string {
  return `/${path}`
    .replaceAll("..", "/")
    .replaceAll("./", "")
    .replace(/\/{2,}/g, "/");
}

/** Percent-encoded where a URL needs it. */
export function escapePath(path: string): string {
  if (/^[a-zA-Z0-9./-]*$/.test(path)) return path;
  return encodeURI(path.toWellFormed())
    .replace(/#/g, "%23")
    .replace(/%25(?=[\da-f]{2})/gi, "%25");
}

/**
 * The file of a URL below the destination: with the extension of the output, and for a folder `index` with that of an index,
 * which of documents is always a page.
 */
export function outputPathOf(url: string, outputExtension: string, indexExtension: string): string {
  // As in Jekyll, `..` leads no further up than to the destination.
  const path = posix.normalize(`/${decodePercent(url)}`).replace(/^\/+/, "");
  if (url.endsWith("/")) return `${path}index${indexExtension}`;
  return path.endsWith(outputExtension) ? path : path + outputExtension;
}

function unknownPlaceholder(name: string, file: string): Message {
  const names = name.endsWith("_") ? `${name} or ${name.slice(0, -1)}` : name;
  return {
    severity: "error",
    ruleId: "permalink-placeholder",
    reason: `The URL template doesn't have ${names} keys. Check your permalink template!`,
    file,
  };
}
