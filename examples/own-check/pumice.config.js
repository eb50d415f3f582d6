// @ts-check
import { defineConfig } from "pumice";

/* Every post needs a tag. `near` says where to look for the place: a key of the front matter, or a text in the file. */
export default defineConfig({
  checks: [
    {
      name: "needs-tag",
      inBuild: true,
      run: ({ site }) =>
        site.posts
          .filter(({ post }) => post.frontMatter.tags.length === 0)
          .map(({ post }) => ({
            severity: "warning",
            ruleId: "needs-tag",
            reason: "The post has no tag",
            note: "Add `tags: [name]`",
            file: post.path,
            near: { key: "title" },
          })),
    },
  ],
});
