import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { formatIso } from "../lib/dates.js";
import { entriesBelow } from "../lib/entries-below.js";
import { programFolder } from "../lib/program-folder.js";

/** What a new site is asked for. */
export interface SiteAnswers {
  readonly title: string;
  /** Empty: nobody is named. */
  readonly author: string;
  /** Origin of the published site, or empty. */
  readonly url: string;
  readonly lang: string;
  readonly timezone: string;
}

/** Hosts with files of their own in `templates/deploy/`. */
export const hosts = ["github", "netlify", "cloudflare", "firebase", "s3", "nginx"] as const;
export type Host = (typeof hosts)[number];

/** Paths relative to the folder, with `/`. */
export interface InitializedSite {
  readonly written: readonly string[];
  /** Files that were there already. */
  readonly kept: readonly string[];
}

const templates = fileURLToPath(new URL("templates/", programFolder));

/** Whether a folder already is a site: then it needs no answers and gets no sample posts. */
export function isSite(folder: string): boolean {
  return siteMarks.some((name) => existsSync(join(folder, name)));
}

const siteMarks = ["_config.yml", "_config.yaml", "posts", "_posts", "_layouts"];

/** What a site is called and where it lives, as far as the folder and the machine tell. */
export function guessAnswers(folder: string): SiteAnswers {
  const { locale, timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  return {
    title: basename(resolve(folder)) || "My blog",
    author: "",
    url: "",
    lang: locale.startsWith("zh") ? "zh-CN" : "en",
    timezone: timeZone || "UTC",
  };
}

/**
 * Makes a site of a folder: configuration, a first post and a page where there is no content yet, and the files of the hosts.
 * No file that is there is touched. `now` is in ms since the epoch, `version` that of Pumice.
 */
export function initSite(
  folder: string,
  answers: SiteAnswers,
  hosts: readonly Host[],
  now: number,
  version: string,
): InitializedSite {
  const values = valuesOf(folder, answers, now, version);
  const files = [...(isSite(folder) ? siteFiles.filter(isNoContent) : [...siteFiles, firstPost(answers, values)])];
  const all = [...files, ...hosts.flatMap((host) => templatesBelow(`deploy/${host}`))];
  const written: string[] = [];
  const kept: string[] = [];
  for (const { template, path } of all) {
    const isNew = !isConfigured(folder, path) && writeNew(join(folder, path), fill(template, values));
    (isNew ? written : kept).push(path);
  }
  return { written, kept };
}

interface TemplateFile {
  /** Relative to `templates/`. */
  readonly template: string;
  /** Relative to the site. */
  readonly path: string;
}

const siteFiles: readonly TemplateFile[] = [
  { template: "site/_config.yml", path: "_config.yml" },
  // npm leaves files of this name out of packages.
  { template: "site/gitignore", path: ".gitignore" },
  { template: "site/package.json", path: "package.json" },
  { template: "site/pages/about.md", path: "pages/about.md" },
];

const isNoContent = ({ path }: TemplateFile) => !path.startsWith("pages/");

const isConfigured = (folder: string, path: string) =>
  path === "_config.yml" && existsSync(join(folder, "_config.yaml"));

type Values = Readonly<Record<string, string>>;

function firstPost({ lang }: SiteAnswers, values: Values): TemplateFile {
  const isChinese = /^zh\b/i.test(lang);
  const name = isChinese ? "你好" : "hello";
  return {
    template: `posts/${isChinese ? "zh-cn" : "en"}.md`,
    path: `posts/${values.DATE!.slice(0, 10)}-${name}.md`,
  };
}

/** What stands for `__KEY__` in a template. JSON is YAML and TOML, whatever the text holds. */
function valuesOf(folder: string, { title, author, url, lang, timezone }: SiteAnswers, now: number, version: string) {
  const json = (text: string) => JSON.stringify(text);
  return {
    TITLE: json(title),
    TITLE_TEXT: title.replace(/[\\`*_{}[\]<>#+|~-]/g, "\\$&"),
    AUTHOR: author === "" ? "" : json(author),
    URL: json(url.replace(/\/+$/, "")),
    LANG: json(lang),
    TIMEZONE: json(timezone),
    ABOUT: /^zh\b/i.test(lang) ? "关于" : "About",
    DATE: formatIso(now, timezone),
    NAME: packageName(folder),
    VERSION: `^${version}`,
  };
}

function packageName(folder: string): string {
  const name = basename(resolve(folder))
    .toLowerCase()
    .replace(/[^a-z0-9-]+/g, "-")
    .replace(/^-+|-+$/g, "");
  return name || "my-blog";
}

function templatesBelow(folder: string): readonly TemplateFile[] {
  const entries = entriesBelow(join(templates, folder));
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(join(templates, folder).length + 1)
        .replaceAll("\\", "/"),
    )
    .sort()
    .map((path) => ({ template: `${folder}/${path}`, path }));
}

function fill(template: string, values: Values): string {
  const text = readFileSync(join(templates, template), "utf8");
  return text.replace(/__([A-Z_]+?)__/g, (whole, key: string) => values[key] ?? whole).replace(/[ \t]+$/gm, "");
}

/** `false` where there is such a file already. */
function writeNew(file: string, text: string): boolean {
  mkdirSync(dirname(file), { recursive: true });
  try {
    writeFileSync(file, text, { flag: "wx" });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}
