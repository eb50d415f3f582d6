import { readFileSync } from "node:fs";
import { join } from "node:path";
import { compareRuby } from "../../lib/ruby/compare.js";
import type { Hash } from "../../lib/ruby/hash.js";
import { isTrue } from "../../lib/ruby/truth.js";
import type { JekyllConfig } from "../../model/jekyll/config.js";
import { byDateAndPath } from "../../model/jekyll/order.js";
import type { Collection } from "../../model/jekyll/site.js";
import type { JekyllText } from "../../model/jekyll/text.js";
import { readDocument } from "./document.js";
import { filesBelow } from "./folder.js";
import { isInFuture, isPublished } from "./publishing.js";
import type { Reading } from "./reading.js";
import { hasFrontMatter } from "./source-text.js";
import { readStaticFile } from "./static-file.js";

/** The collections that the configuration names, empty, with the posts first. */
export function createCollections(config: JekyllConfig): Map<string, Collection> {
  return new Map(
    Object.entries(config.collections).map(([name, settings]) => {
      const label = name.replace(/[^a-z0-9_\-.]/gi, "");
      return [name, createCollection(label, settings, config)];
    }),
  );
}

function createCollection(label: string, settings: Hash, config: JekyllConfig): Collection {
  const relativeDirectory = `_${label}`;
  return {
    label,
    settings,
    directory: join(config.source, config.folders.collections, relativeDirectory),
    relativeDirectory,
    output: isTrue(settings.output),
    documents: [],
    files: [],
  };
}

/** Reads the documents and files of a collection that is not the posts. */
export function readCollection(collection: Collection, reading: Reading): void {
  const { directory, relativeDirectory } = collection;
  for (const file of filesBelow(directory, relativeDirectory, reading.filter, true)) {
    const path = join(directory, file);
    if (!hasFrontMatter(readFileSync(path))) {
      collection.files.push(readStaticFile(path, `${relativeDirectory}/${file}`, reading, collection));
      continue;
    }
    const document = readDocument(path, collection, reading);
    if (!isPublished(document.data, reading.config)) continue;
    collection.documents.push(document);
  }
  collection.documents = inOrder(collection, reading);
  for (const document of collection.documents) document.isWritten = collection.output && !isInFuture(document, reading);
}

function inOrder(collection: Collection, reading: Reading): JekyllText[] {
  const sorted = collection.documents.toSorted(byDateAndPath);
  const { order, sort_by: key } = collection.settings;
  if (Array.isArray(order)) return asListed(sorted, order.map(String), collection.relativeDirectory);
  return typeof key === "string" ? sortedBy(key, sorted, reading) : sorted;
}

function asListed(documents: readonly JekyllText[], order: readonly string[], folder: string): JekyllText[] {
  const places = new Map(order.map((name, index) => [`${folder}/${name}`, index]));
  const place = (document: JekyllText): number => places.get(document.relativePath) ?? order.length;
  return documents.toSorted((a, b) => place(a) - place(b));
}

function sortedBy(key: string, documents: readonly JekyllText[], { messages }: Reading): JekyllText[] {
  const without = documents.filter(({ data }) => (data[key] ?? null) === null);
  if (without.length < documents.length) {
    for (const { relativePath } of without) {
      messages.push({
        severity: "warning",
        ruleId: "sort-key",
        reason: `Sort warning: '${key}' not defined in ${relativePath}`,
        file: relativePath,
      });
    }
  }
  return documents.toSorted((a, b) => {
    const [first, second] = [a.data[key] ?? null, b.data[key] ?? null];
    if (first === null || second === null)
      return Number(first === null) - Number(second === null) || byDateAndPath(a, b);
    return (compareRuby(first, second) ?? 0) || byDateAndPath(a, b);
  });
}
