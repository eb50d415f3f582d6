import type { Check } from "./check.js";
import { findingOf } from "./finding-of.js";
import { tagsOf } from "./finished-html.js";

const loading = ["img", "source", "video", "audio", "iframe", "track"];

/** Pictures and media over http: on a page over https, browsers block them or warn. */
export const mixedContent: Check = {
  name: "mixed-content",
  inBuild: false,
  run({ site, bodyOf }) {
    if (site.config.url.startsWith("http:")) return [];
    return site.posts.flatMap((sitePost) => {
      const { post } = sitePost;
      const body = bodyOf(sitePost.post.path);
      if (!body.includes('="http:') && !post.urls.some(({ url }) => url.startsWith("http:"))) return [];
      const places = tagsOf(body, loading, post.urls).flatMap(({ attributes }) =>
        ["src", "poster"].flatMap((name) => {
          const url = attributes.get(name);
          return url && /^http:/i.test(url) ? [{ written: url }] : [];
        }),
      );
      return findingOf("mixed-content", post.path, places, {
        one: "A picture is loaded over http, which browsers do not show on a page over https",
        many: (count) => `${count} pictures are loaded over http, which browsers do not show on a page over https`,
        note: "Write https: where the host has it, or keep a copy of the file beside the post",
        severity: "info",
      });
    });
  },
};
