import { resolve } from "node:path";
import type { BuildOptions } from "../model/build.js";
import type { CardSettings, Config, Folders, ImageSettings } from "../model/config.js";
import type { Author } from "../model/front-matter.js";
import { configKeys, type UserConfig } from "./schema.js";

/** Services that answer each request with another picture: a cover from there is no content. */
const randomImageHosts = [
  "api.vvhan.com",
  "bing.ee123.net",
  "picsum.photos",
  "source.unsplash.com",
  "unsplash.it",
  "api.ixiaowai.cn",
  "api.dujin.org",
  "api.btstu.cn",
  "api.mtyqx.cn",
  "www.dmoe.cc",
  "img.paulzzh.com",
  "api.yimian.xyz",
  "loremflickr.com",
  "placeimg.com",
  "lorempixel.com",
];

/** What export programs write where a post has no category or no tag. */
const noCategories = ["未分类", "默认分类", "无标签", "uncategorized", "uncategorised", "untagged", "default", "none"];

/** Fills in every default. Flags are stronger than files. */
export function withDefaults(user: UserConfig, source: string, flags: BuildOptions): Config {
  const url = (user.url ?? "").replace(/\/+$/, "");
  const lang = user.lang ?? "en";
  const timezone = user.timezone ?? "UTC";
  return {
    source,
    destination: resolve(flags.destination ?? resolve(source, user.destination ?? "_site")),
    title: user.title ?? "",
    description: user.description ?? "",
    url,
    baseurl: cleanBase(flags.baseurl ?? user.baseurl ?? ""),
    lang,
    timezone,
    ...(user.author ? { author: defined<Author>(user.author, "name", "url", "avatar") } : {}),
    permalink: user.permalink ?? "/:year/:month/:day/:title.html",
    paginate: user.paginate ?? 20,
    paginatePath: user.paginate_path ?? "/page/:num/",
    limitPosts: flags.limitPosts ?? user.limit_posts ?? 0,
    drafts: flags.drafts ?? user.show_drafts ?? false,
    future: flags.future ?? user.future ?? false,
    unpublished: flags.unpublished ?? user.unpublished ?? false,
    folders: foldersOf(user),
    feedLimit: user.feed?.limit ?? 20,
    feedContent: user.feed?.content ?? "full",
    feedsOf: (["tags", "categories"] as const).filter((name) => user.feed?.[name] === true),
    menu: user.menu ?? [],
    social: user.social ?? [],
    ...(user.license ? { license: defined<{ name: string; url?: string }>(user.license, "name", "url") } : {}),
    autoescape: user.autoescape ?? true,
    canonicalToSource: user.canonical_to_source ?? false,
    redirectSources: user.redirect_sources ?? false,
    externalLinks: {
      ignore: user.external_links?.ignore ?? [],
      timeout: (user.external_links?.timeout ?? 10) * 1000,
      allowPrivate: user.external_links?.private ?? false,
    },
    ...imagesOf(user.images),
    ...cardsOf(user.cards, source),
    ...(user.comments ? { comments: user.comments } : {}),
    ...policyOf(user.content_security_policy),
    search: user.search ?? true,
    pipeline: {
      timezone,
      lang,
      ownHosts: [...new Set([hostOf(url), ...(user.own_hosts ?? [])].filter((host) => host !== ""))],
      randomImageHosts: [...randomImageHosts, ...(user.random_image_hosts ?? [])],
      sanitize: user.sanitize ?? true,
      highlight: user.highlight ?? true,
      noCategories: user.no_categories ?? noCategories,
      excerptSeparator: user.excerpt_separator ?? "<!--more-->",
      dates: user.dates ?? true,
    },
    extra: Object.fromEntries(Object.entries(user).filter(([key]) => !configKeys.includes(key))),
  };
}

function foldersOf(user: UserConfig): Folders {
  const folder = (given: string | null | undefined, usual: string): string =>
    (given ?? usual).replace(/^\/+|\/+$/g, "");
  return {
    posts: folder(user.posts_dir, "posts"),
    drafts: folder(user.drafts_dir, "drafts"),
    pages: folder(user.pages_dir, "pages"),
    layouts: folder(user.layouts_dir, "layouts"),
    includes: folder(user.includes_dir, "includes"),
    assets: folder(user.assets_dir, "assets"),
    data: folder(user.data_dir, "data"),
  };
}

function policyOf(given: string | false | null | undefined): { readonly contentSecurityPolicy?: string } {
  return given === undefined || given === null ? {} : { contentSecurityPolicy: given || "" };
}

/** The text of the theme is 38rem wide. */
const usualImages: ImageSettings = {
  widths: [480, 800, 1200, 1600],
  quality: 75,
  sizes: "(min-width: 41rem) 38rem, 100vw",
};

function imagesOf(given: UserConfig["images"]): { readonly images?: ImageSettings } {
  if (!given) return {};
  const { widths, quality, sizes } = given === true ? {} : given;
  return {
    images: {
      widths: [...new Set(widths ?? usualImages.widths)].sort((a, b) => a - b),
      quality: quality ?? usualImages.quality,
      sizes: sizes ?? usualImages.sizes,
    },
  };
}

function cardsOf(given: UserConfig["cards"], source: string): { readonly cards?: CardSettings } {
  if (!given) return {};
  const { font = "sans-serif", font_file } = given === true ? {} : given;
  return { cards: { family: font, ...(font_file ? { file: resolve(source, font_file) } : {}) } };
}

/** Empty, or with a slash in front and none behind. */
function cleanBase(baseurl: string): string {
  const inner = baseurl.trim().replace(/^\/+|\/+$/g, "");
  return inner ? `/${inner}` : "";
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host.toLowerCase() : "";
}

/** The named properties, without those that have no value. */
function defined<T extends object>(from: object, ...keys: (keyof T)[]): T {
  return Object.fromEntries(Object.entries(from).filter(([key, value]) => keys.includes(key as keyof T) && value)) as T;
}

/** The configuration of a site that has none. */
export function defaultConfig(): Config {
  return withDefaults({} as UserConfig, resolve("."), {});
}
