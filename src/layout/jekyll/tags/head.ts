import {
  type Context,
  type Emitter,
  type Liquid,
  Tag,
  type TagToken,
  type TopLevelToken,
  toValueSync,
  Value,
} from "liquidjs";
import type { TagClass } from "./tag-class.js";

/** A tag of a plugin that says something about the current page: `{% seo %}`, `{% feed_meta %}`, `{% gist … %}`. */
export function headTag(write: (markup: string, lookUp: (expression: string) => unknown) => string): TagClass {
  return class extends Tag {
    readonly #markup: string;

    constructor(token: TagToken, remainTokens: TopLevelToken[], liquid: Liquid) {
      super(token, remainTokens, liquid);
      this.#markup = token.args.trim();
    }

    *render(context: Context, emitter: Emitter): Generator<unknown, void, unknown> {
      const lookUp = (expression: string): unknown =>
        toValueSync(new Value(expression, this.liquid).value(context, true));
      emitter.write(write(this.#markup, lookUp));
    }
  };
}
