/**
 * One model of all the front matter keys in the wild. `loader/schema.ts` maps them onto it; keys that it does not know are
 * kept in `extra`.
 */
export interface FrontMatter {
  readonly title?: string;
  readonly subtitle?: string;
  /** Milliseconds since the epoch, UTC. */
  readonly date?: number;
  readonly updated?: number;
  readonly expires?: number;
  readonly description?: string;
  readonly keywords: readonly string[];
  readonly categories: readonly string[];
  readonly tags: readonly string[];
  /** Pictures that may stand for the post, the most telling key first. */
  readonly covers: readonly Cover[];
  readonly authors: readonly Author[];
  /** 0: not pinned; the highest comes first. */
  readonly pin: number;
  readonly status: Status;
  /** Not in lists, feeds and search, but published. */
  readonly hidden: boolean;
  readonly noindex: boolean;
  readonly toc?: boolean;
  readonly math?: boolean;
  readonly comments?: boolean;
  /** As written: a path, a template with placeholders or a style's name. */
  readonly permalink?: string;
  readonly slug?: string;
  /** Old URLs that shall lead here: site paths or whole URLs. */
  readonly aliases: readonly string[];
  readonly redirectTo?: string;
  /** The page that a link post is about. */
  readonly link?: string;
  readonly canonical?: string;
  /** Where an imported post was first published. */
  readonly source?: string;
  /** Ids of the platform that the post comes from: `artid`, `wordpress_id`, `blogger_id` … */
  readonly ids: Readonly<Record<string, string>>;
  readonly lang?: string;
  readonly translationKey?: string;
  readonly series?: { readonly name: string; readonly order?: number };
  readonly license?: string;
  readonly layout?: string;
  readonly renderWithLiquid?: boolean;
  /** Put before relative image URLs of the body (`media_subpath`, `img_path`). */
  readonly mediaPath?: string;
  readonly excerptSeparator?: string;
  readonly extra: Readonly<Record<string, unknown>>;
  /** Where each value came from, for `explain`: model field → `key "pubDate", line 4`, `file name`, `config default` … */
  readonly origins: Readonly<Record<string, string>>;
}

export type Status = "published" | "draft" | "unpublished";

export interface Cover {
  readonly src: string;
  readonly alt?: string;
  readonly caption?: string;
}

export interface Author {
  readonly name: string;
  readonly url?: string;
  readonly avatar?: string;
}
