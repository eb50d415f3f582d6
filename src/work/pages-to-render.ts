import { hash } from "node:crypto";
import type { ReadSite } from "./read-site.js";
import type { PageToRender } from "./tasks.js";

/** The pages of a site, each with the body that it shows and a hash of the posts that it shows. */
export function pagesToRender({ site, pages, stored }: ReadSite): readonly PageToRender[] {
  const faces = new Map(site.posts.map(({ link, post }) => [link, stored.get(post.path)!.face]));
  return pages.map((page): PageToRender => {
    const found = page.kind === "post" ? stored.get(page.source ?? "") : undefined;
    if (found) return { page, body: found.body, hash: found.post.hash, post: found };
    if (!page.list) return { page };
    const shown = page.list.posts.map((link) => faces.get(link) ?? JSON.stringify(link));
    return { page, hash: hash("sha1", shown.join(" "), "base64url") };
  });
}
