import type { Liquid } from "liquidjs";
import { dropOf } from "../drops/text-drop.js";
import { tocOf } from "../filters/toc.js";
import type { World } from "../world.js";
import { CommentTag } from "./comment.js";
import { headTag } from "./head.js";
import { highlightTag } from "./highlight.js";
import { IfChangedTag } from "./ifchanged.js";
import { includeTag } from "./include.js";
import { linkTag } from "./link.js";
import { postUrlTag } from "./post-url.js";
import { TablerowTag } from "./tablerow.js";

/** Makes Jekyll's tags known to LiquidJS. */
export function registerJekyllTags(liquid: Liquid, world: World): void {
  liquid.registerTag("include", includeTag(world, blockTags));
  liquid.registerTag("include_relative", includeTag(world, blockTags, { isRelative: true }));
  liquid.registerTag("link", linkTag(world));
  liquid.registerTag("post_url", postUrlTag(world));
  liquid.registerTag("highlight", highlightTag(world));
  liquid.registerTag("comment", CommentTag);
  liquid.registerTag("ifchanged", IfChangedTag);
  liquid.registerTag("tablerow", TablerowTag);
  if (world.site.config.plugins.has("jekyll-include-cache"))
    liquid.registerTag("include_cached", includeTag(world, blockTags, { isCached: true }));
  for (const [name, write] of Object.entries(world.head))
    liquid.registerTag(
      name,
      headTag((markup, lookUp) => {
        const text = world.current;
        return write(text, markup, (name) => text && dropOf(text, world).liquidMethodMissing(name), lookUp);
      }),
    );
  if (world.site.config.plugins.has("jekyll-toc"))
    liquid.registerTag(
      "toc",
      headTag(() => tocOf(world)),
    );
  // LiquidJS's own inheritance; layouts nest through their front matter.
  delete liquid.tags.layout;
  delete liquid.tags.block;
}

/** Tags that need an end: what an excerpt must not leave open. */
export const blockTags: ReadonlySet<string> = new Set(
  "if unless case for tablerow capture comment raw highlight ifchanged".split(" "),
);
