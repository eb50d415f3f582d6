import { type Context, type Emitter, type Liquid, Tag, type TagToken, type TopLevelToken } from "liquidjs";
import type { JekyllText } from "../../../model/jekyll/text.js";
import { TagError } from "../errors.js";
import { relativeUrl } from "../filters/urls.js";
import type { World } from "../world.js";
import type { TagClass } from "./tag-class.js";

/** `{% post_url movies/2019-02-04-star-wars %}`: the URL of a post, by its file's name and the folders above or below `_posts`. */
export function postUrlTag(world: World): TagClass {
  const { site } = world;

  return class extends Tag {
    readonly #written: string;
    readonly #name: PostName;

    constructor(token: TagToken, remainTokens: TopLevelToken[], liquid: Liquid) {
      super(token, remainTokens, liquid);
      this.#written = token.args.trim();
      const name = readName(this.#written);
      if (!name)
        throw new TagError(
          `Could not parse name of post "${this.#written}" in tag 'post_url'. Make sure the post exists and the name is correct. Jekyll::Errors::InvalidPostNameError: '${this.#written}' does not contain valid date and/or title.`,
        );
      this.#name = name;
    }

    // biome-ignore lint/correctness/useYield: LiquidJS wants a generator, and there is nothing to wait for.
    *render(_context: Context, emitter: Emitter): Generator<unknown, void, unknown> {
      emitter.write(relativeUrl(this.#find().url, site.config.baseurl));
    }

    #find(): JekyllText {
      const { documents } = site.posts;
      const exact = documents.find(({ relativePath }) => this.#name.pattern.test(relativePath));
      if (exact) return exact;
      const old = documents.find((post) => isSameDayAndSlug(post, this.#name));
      if (!old)
        throw new Error(
          `Could not find post "${this.#written}" in tag 'post_url'. Make sure the post exists and the name is correct.`,
        );
      world.report({
        severity: "warning",
        ruleId: "post-url-mismatch",
        reason: `Deprecation: A call to '{% post_url ${this.#written} %}' did not match a post using the new matching method of checking name (path-date-slug) equality. Please make sure that you change this tag to match the post's name exactly.`,
        ...(world.current ? { file: world.current.relativePath } : {}),
      });
      return old;
    }
  };
}

interface PostName {
  readonly date: string;
  readonly slug: string;
  readonly pattern: RegExp;
}

function readName(written: string): PostName | undefined {
  const match = /^\/?((?:.+\/)?)(\d+-\d+-\d+)-(.*)$/.exec(written);
  if (!match) return undefined;
  const [folder, date, slug] = [match[1]!, match[2]!, match[3]!];
  const file = `${date}-${escapeRegExp(slug)}\\.[^.]+`;
  const above = escapeRegExp(folder);
  return { date, slug, pattern: new RegExp(`^_posts/${above}${file}|^${above}_posts/?${file}`) };
}

function isSameDayAndSlug({ data, date }: JekyllText, { date: wanted, slug }: PostName): boolean {
  const [year, month, day] = wanted.split("-").map(Number);
  return data.slug === slug && date?.format("%Y %-m %-d") === `${year} ${month} ${day}`;
}

const escapeRegExp = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&");
