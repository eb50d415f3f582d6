import { accessSync, constants, existsSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { countOf } from "../lib/format.js";
import { listSources } from "../loader/list.js";
import type { Config } from "../model/config.js";
import type { Diagnosis } from "./diagnosis.js";

/** What may surprise the owner of a site whose configuration is right. `files`: the configuration files that were read. */
export function examineSite(config: Config, files: readonly string[]): readonly Diagnosis[] {
  return [
    configuration(config, files),
    address(config),
    posts(config),
    ...[config.source, join(config.source, ".pumice"), config.destination].flatMap((folder) =>
      writable(folder, config),
    ),
    ...ignored(config),
    ...leftovers(config),
  ];
}

function configuration({ source, timezone }: Config, files: readonly string[]): Diagnosis {
  const name = "Config";
  const [file] = files;
  if (file === undefined) {
    return { name, state: "info", finding: "none: defaults everywhere", advice: "`pumice init` writes one" };
  }
  const finding = `${files.map((path) => relative(source, path)).join(", ")}, time zone ${timezone}`;
  const names = files.some((path) => /^["']?timezone["']?\s*:\s*\S/m.test(readFileSync(path, "utf8")));
  if (names) return { name, state: "fine", finding };
  return { name, state: "warning", finding, advice: "Say `timezone:`, or dates without an offset are meant as UTC" };
}

function address({ url, baseurl }: Config): Diagnosis {
  const name = "Address";
  if (url !== "") return { name, state: "fine", finding: `${url}${baseurl}/` };
  const advice = "Say `url: https://example.org` in the configuration: feeds, sitemap and canonical links need it";
  return { name, state: "warning", finding: "unknown", advice };
}

function posts(config: Config): Diagnosis {
  const { posts, drafts } = listSources(config);
  const finding = `${countOf(posts.length, "post")} in ${config.folders.posts}/, ${countOf(drafts.length, "draft")}`;
  if (posts.length > 0) return { name: "Posts", state: "fine", finding };
  const advice = `Put posts into ${config.folders.posts}/, or name their folder: \`posts_dir:\``;
  return { name: "Posts", state: "warning", finding, advice };
}

function writable(folder: string, { source }: Config): readonly Diagnosis[] {
  const shown = relative(source, folder) || folder;
  const existing = nearest(folder);
  try {
    accessSync(existing, constants.W_OK);
    return [];
  } catch {
    const advice = "Give yourself the right to write there";
    return [{ name: "Folder", state: "error", finding: `${shown} is not writable`, advice }];
  }
}

function nearest(folder: string): string {
  return existsSync(folder) || dirname(folder) === folder ? folder : nearest(dirname(folder));
}

function ignored({ source, destination }: Config): readonly Diagnosis[] {
  if (!existsSync(join(source, ".git"))) return [];
  const file = join(source, ".gitignore");
  const lines = existsSync(file) ? readFileSync(file, "utf8").split(/\r?\n/) : [];
  const names = new Set(lines.map((line) => line.trim().replace(/^\/|\/$/g, "")));
  const wanted = [".pumice", relative(source, destination)].filter((name) => !name.startsWith(".."));
  const missing = wanted.filter((name) => !names.has(name));
  if (missing.length === 0) return [];
  const advice = `Add ${missing.map((name) => `\`${name}/\``).join(" and ")} to .gitignore`;
  return [{ name: "Git", state: "info", finding: `${missing.join(" and ")} may be committed`, advice }];
}

/** What Jekyll needed and Pumice does not. */
function leftovers({ source }: Config): readonly Diagnosis[] {
  const found = ["Gemfile", "Gemfile.lock", ".jekyll-cache", "vendor/bundle"].filter((name) =>
    existsSync(join(source, name)),
  );
  const ruby = existsSync(join(source, "_plugins"));
  return [
    ...(ruby
      ? [
          {
            name: "Jekyll",
            state: "warning" as const,
            finding: "_plugins/ holds Ruby, which does not run here",
            advice: "The gems of GitHub Pages are known; others need a layout, an include or a data file instead",
          },
        ]
      : []),
    ...(found.length > 0
      ? [{ name: "Jekyll", state: "info" as const, finding: `${found.join(", ")}: not needed by Pumice` }]
      : []),
  ];
}
