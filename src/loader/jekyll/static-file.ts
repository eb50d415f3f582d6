import { statSync } from "node:fs";
import type { Hash } from "../../lib/ruby/hash.js";
import { RubyTime } from "../../lib/ruby/time.js";
import type { Collection, StaticFile } from "../../model/jekyll/site.js";
import { extensionOf, withoutExtension } from "../../model/jekyll/text.js";
import { fillPageTemplate, withStyleSuffix } from "../../model/jekyll/url.js";
import type { Reading } from "./reading.js";

/** A file that is copied. `relativePath` has a slash in front; in a collection it begins with the collection's folder. */
export function readStaticFile(
  path: string,
  relativePath: string,
  reading: Reading,
  collection?: Collection,
): StaticFile {
  const { config, defaults } = reading;
  const name = relativePath.slice(relativePath.lastIndexOf("/") + 1);
  const extension = extensionOf(name);
  const url = collection ? urlInCollection(relativePath, extension, collection, config.permalink) : relativePath;
  const isPublished = defaults(url, collection?.label).published !== false;
  const data: Hash = defaults(relativePath, collection?.label);
  return {
    path,
    relativePath,
    name,
    extension,
    modified: new RubyTime(statSync(path).mtimeMs, config.timezone),
    url,
    data,
    ...(collection ? { collection } : {}),
    published: isPublished && (collection?.output ?? true),
  };
}

function urlInCollection(relativePath: string, extension: string, collection: Collection, style: string): string {
  const template = String(collection.settings.permalink ?? withStyleSuffix("/:collection/:path", style));
  const path = relativePath.slice(0, relativePath.length - extension.length).replace(/\.+$/, "");
  const filled = fillPageTemplate(template, {
    collection: collection.label,
    path: path.replace(collection.relativeDirectory, ""),
    output_ext: "",
    name: withoutExtension(relativePath.slice(relativePath.lastIndexOf("/") + 1)).replace(/\.+$/, ""),
    title: "",
  });
  return filled.replace(/\/$/, "") + extension;
}
