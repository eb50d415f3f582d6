import { type Context, type Emitter, type Liquid, Tag, type TagToken, type TopLevelToken } from "liquidjs";
import { allDocuments, type JekyllSite } from "../../../model/jekyll/site.js";
import { relativeUrl } from "../filters/urls.js";
import type { World } from "../world.js";
import type { TagClass } from "./tag-class.js";

/** `{% link _posts/2019-02-04-hello.md %}`: the URL of any file of the site, by its path. */
export function linkTag({ site }: World): TagClass {
  let urls: ReadonlyMap<string, string> | undefined;

  return class extends Tag {
    readonly #markup: string;

    constructor(token: TagToken, remainTokens: TopLevelToken[], liquid: Liquid) {
      super(token, remainTokens, liquid);
      this.#markup = token.args.trim();
    }

    *render(context: Context, emitter: Emitter): Generator<unknown, void, unknown> {
      const path = this.#markup.includes("{{")
        ? String(yield this.liquid.renderer.renderTemplates(this.liquid.parse(this.#markup), context))
        : this.#markup;
      urls ??= urlsByPath(site);
      const url = urls.get(path) ?? urls.get(`/${path}`);
      if (url === undefined)
        throw new Error(
          `Could not find document '${path}' in tag 'link'. Make sure the document exists and the path is correct.`,
        );
      emitter.write(relativeUrl(url, site.config.baseurl));
    }
  };
}

function urlsByPath({ pages, staticFiles, ...site }: JekyllSite): ReadonlyMap<string, string> {
  const urls = new Map<string, string>();
  const documents = allDocuments({ pages, staticFiles, ...site }).filter(({ isWritten }) => isWritten);
  for (const { relativePath, url } of [...documents.toReversed(), ...staticFiles.toReversed(), ...pages.toReversed()])
    urls.set(relativePath, url);
  return urls;
}
