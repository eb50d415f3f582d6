import { type Context, type Emitter, type Liquid, Tag, type TagToken, type TopLevelToken } from "liquidjs";
import type { TagClass } from "./tag-class.js";

/** A tag of a plugin that says something about the current page: `{% seo %}`, `{% feed_meta %}`, `{% gist … %}`. */
export function headTag(write: (markup: string) => string): TagClass {
  return class extends Tag {
    readonly #markup: string;

    constructor(token: TagToken, remainTokens: TopLevelToken[], liquid: Liquid) {
      super(token, remainTokens, liquid);
      this.#markup = token.args.trim();
    }

    // biome-ignore lint/correctness/useYield: LiquidJS wants a generator, and there is nothing to wait for.
    *render(_context: Context, emitter: Emitter): Generator<unknown, void, unknown> {
      emitter.write(write(this.#markup));
    }
  };
}
