import type { Check } from "./check.js";
import { findingOf } from "./finding-of.js";
import { tagsOf } from "./finished-html.js";

/** Pictures that tell those who cannot see them nothing. */
export const imageAlt: Check = {
  name: "image-alt",
  inBuild: false,
  run: ({ site, bodyOf }) =>
    site.posts.flatMap((sitePost) => {
      const { post } = sitePost;
      const places = tagsOf(bodyOf(sitePost.post.path), ["img"], post.urls)
        .filter(({ attributes }) => (attributes.get("alt") ?? "").trim() === "")
        .map(({ attributes }) => ({ written: attributes.get("src") ?? "" }));
      return findingOf("image-alt", post.path, places, {
        one: "A picture has no alternative text",
        many: (count) => `${count} pictures have no alternative text`,
        note: "Say in `alt` what is to be seen",
        severity: "info",
      });
    }),
};
