import * as z from "zod/mini";
import { isTimezone } from "../lib/dates.js";
import { hasControls, isFolderOfSite } from "./folder.js";

/*
 * `_config.yml` as users write it: Jekyll's keys, and ours. `load.ts` turns it into the `Config` that the program uses.
 */

const text = z.union([z.string(), z.pipe(z.number(), z.transform(String))]);
const path = z.string().check(z.refine((given) => !hasControls(given), "a path without control characters"));
const folder = z.string().check(z.refine(isFolderOfSite, "a folder inside the site, such as content/posts"));
const menuEntry = z.object({ title: text, url: text });
const author = z.union([
  z.pipe(
    text,
    z.transform((name) => ({ name })),
  ),
  z.looseObject({ name: text, url: z.optional(text), avatar: z.optional(text) }),
]);
const license = z.union([
  z.pipe(
    text,
    z.transform((name) => ({ name })),
  ),
  z.object({ name: text, url: z.optional(text) }),
]);
const nothing = z.nullish;
const giscus = z.looseObject({
  repo: nothing(z.string().check(z.regex(/^[\w.-]+\/[\w.-]+$/, "a repository on GitHub such as owner/name"))),
  repo_id: nothing(text),
  category: nothing(text),
  category_id: nothing(text),
  mapping: nothing(z.enum(["pathname", "url", "title", "og:title"])),
});
/** Other services' settings are passed on to the layouts as they are. */
const comments = z
  .looseObject({ provider: nothing(z.union([z.string(), z.boolean()])), giscus: nothing(giscus) })
  .check(
    z.refine(
      ({ provider, giscus }) => provider !== "giscus" || Boolean(giscus?.repo && giscus.repo_id && giscus.category_id),
      "`giscus` with `repo`, `repo_id` and `category_id`, as giscus.app tells them,",
    ),
  );

export const configSchema = z.looseObject({
  title: nothing(text),
  description: nothing(text),
  url: nothing(
    z.string().check(z.regex(/^(?:https?:\/\/[^\s/]+\/?)?$/, "an address such as https://example.org, without a path")),
  ),
  baseurl: nothing(z.string()),
  lang: nothing(
    z.string().check(z.regex(/^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/, "a language tag such as en or zh-CN")),
  ),
  timezone: nothing(z.string().check(z.refine(isTimezone, "an IANA time zone such as Asia/Shanghai"))),
  author: nothing(author),
  permalink: nothing(z.string()),
  paginate: nothing(z.int().check(z.gte(1))),
  paginate_path: nothing(z.string().check(z.regex(/:num/, "a path with :num in it, such as /page:num/"))),
  limit_posts: nothing(z.int().check(z.gte(0))),
  show_drafts: nothing(z.boolean()),
  future: nothing(z.boolean()),
  unpublished: nothing(z.boolean()),
  source: nothing(path),
  destination: nothing(path),
  posts_dir: nothing(folder),
  drafts_dir: nothing(folder),
  pages_dir: nothing(folder),
  layouts_dir: nothing(folder),
  includes_dir: nothing(folder),
  assets_dir: nothing(folder),
  data_dir: nothing(folder),
  feed: nothing(
    z.looseObject({
      limit: z.optional(z.int()),
      content: z.optional(z.enum(["full", "summary"])),
      tags: z.optional(z.boolean()),
      categories: z.optional(z.boolean()),
    }),
  ),
  external_links: nothing(
    z.looseObject({
      ignore: z.optional(z.array(text)),
      timeout: z.optional(z.number().check(z.positive())),
      private: z.optional(z.boolean()),
    }),
  ),
  dates: nothing(z.boolean()),
  images: nothing(
    z.union([
      z.boolean(),
      z.looseObject({
        widths: z.optional(z.array(z.int().check(z.gte(16), z.lte(8000))).check(z.minLength(1))),
        quality: z.optional(z.int().check(z.gte(1), z.lte(100))),
        sizes: z.optional(z.string()),
      }),
    ]),
  ),
  cards: nothing(z.union([z.boolean(), z.looseObject({ font: z.optional(z.string()), font_file: z.optional(path) })])),
  comments: nothing(z.union([comments, z.boolean(), z.string()])),
  menu: nothing(z.array(menuEntry)),
  social: nothing(z.array(menuEntry)),
  license: nothing(license),
  autoescape: nothing(z.boolean()),
  canonical_to_source: nothing(z.boolean()),
  redirect_sources: nothing(z.boolean()),
  content_security_policy: nothing(z.union([z.string(), z.literal(false)])),
  search: nothing(z.boolean()),
  own_hosts: nothing(z.array(text)),
  random_image_hosts: nothing(z.array(text)),
  no_categories: nothing(z.array(text)),
  sanitize: nothing(z.boolean()),
  highlight: nothing(z.boolean()),
  excerpt_separator: nothing(z.string()),
});

export type UserConfig = z.infer<typeof configSchema>;

/** Every key of the schema, for "did you mean". */
export const configKeys: readonly string[] = Object.keys(configSchema.shape);
