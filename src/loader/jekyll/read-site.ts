import { join } from "node:path";
import { deepMerge } from "../../lib/ruby/merge.js";
import { parseRubyTime } from "../../lib/ruby/parse-time.js";
import { RubyTime } from "../../lib/ruby/time.js";
import type { JekyllConfig } from "../../model/jekyll/config.js";
import { createDefaults, problemsOfDefaults } from "../../model/jekyll/defaults.js";
import { byDateAndPath } from "../../model/jekyll/order.js";
import type { JekyllSite } from "../../model/jekyll/site.js";
import { type Message, UserError } from "../../model/message.js";
import { createCollections, readCollection } from "./collection.js";
import { readDataFolder } from "./data.js";
import { createEntryFilter } from "./entry-filter.js";
import { fillInLastModified } from "./last-modified.js";
import { readLayouts } from "./layouts.js";
import { readFolders } from "./pages.js";
import type { Reading } from "./reading.js";
import { readThemeAssets } from "./theme.js";

/** Reads all files of a Jekyll site. `theme` is the absolute folder of its theme. Throws a `UserError`. */
export function readJekyllSite(config: JekyllConfig, theme?: string): JekyllSite {
  const messages: Message[] = [...config.messages, ...problemsOfDefaults(config.values.defaults)];
  const { folders, source } = config;
  const reading: Reading = {
    config,
    filter: createEntryFilter(config),
    defaults: createDefaults(config.values.defaults, folders.collections),
    time: buildTime(config),
    collectionsFolder: join(source, folders.collections),
    messages,
  };
  const places = [
    { folder: join(source, folders.layouts), base: source },
    ...(theme ? [{ folder: join(theme, "_layouts"), base: theme }] : []),
  ];
  const layouts = readLayouts(places, reading);
  const collections = createCollections(config);
  const posts = collections.get("posts")!;
  const found = readFolders(posts, reading);
  posts.documents = limited(found.posts.sort(byDateAndPath), config.limitPosts);
  found.pages.sort((a, b) => (a.name < b.name ? -1 : Number(a.name > b.name)));
  found.staticFiles.sort((a, b) => (a.relativePath < b.relativePath ? -1 : 1));
  for (const collection of collections.values()) {
    if (collection === posts) continue;
    readCollection(collection, reading);
    found.staticFiles.push(...collection.files);
  }
  if (theme) readThemeAssets(theme, reading, found);
  fillInLastModified([...found.pages, ...[...collections.values()].flatMap(({ documents }) => documents)], config);
  return {
    config,
    time: reading.time,
    defaults: reading.defaults,
    layouts,
    includeFolders: [join(source, folders.includes), ...(theme ? [join(theme, "_includes")] : [])],
    ...(theme ? { theme } : {}),
    collections,
    posts,
    pages: found.pages,
    staticFiles: found.staticFiles,
    data: deepMerge(
      theme ? readDataFolder(join(theme, "_data"), reading) : {},
      readDataFolder(join(source, folders.data), reading),
    ),
    messages,
  };
}

function limited<T>(posts: T[], limit: number): T[] {
  return limit > 0 ? posts.slice(-limit) : posts;
}

function buildTime({ values, timezone }: JekyllConfig): RubyTime {
  const { time } = values;
  if (time === undefined || time === null) return new RubyTime(Date.now(), timezone);
  // A day in the configuration was read as one in UTC, and means that day here.
  const text = time instanceof RubyTime && !time.day ? undefined : String(time);
  const found = text === undefined ? (time as RubyTime) : parseRubyTime(text, timezone);
  if (found) return new RubyTime(found.instant, timezone);
  const reason = `Invalid date '${String(time)}': Invalid time in _config.yml.`;
  throw new UserError([{ severity: "error", ruleId: "invalid-date", reason }]);
}
