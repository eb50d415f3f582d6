import { tagsOf } from "../../checks/finished-html.js";
import { parseSrcset } from "../../html/srcset.js";
import { parseWebUrl } from "../../html/urls.js";
import type { Post } from "../../model/post.js";

/** The pictures that a post shows from other hosts, as its finished HTML and its front matter spell their addresses. */
export function remoteImagesOf(post: Post, html: string, ownHosts: ReadonlySet<string>): readonly string[] {
  const shown = tagsOf(html, ["img", "source", "video"], post.urls).flatMap(({ name, attributes }) => [
    name === "img" ? (attributes.get("src") ?? "") : "",
    attributes.get("poster") ?? "",
    ...parseSrcset(attributes.get("srcset") ?? "").map(({ url }) => url),
  ]);
  const covers = post.frontMatter.covers.map(({ src }) => src);
  const isRemote = (url: string): boolean => {
    const host = parseWebUrl(url)?.host;
    return host !== undefined && !ownHosts.has(host);
  };
  return [...new Set([...shown, ...covers])].filter(isRemote);
}
