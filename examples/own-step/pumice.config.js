// @ts-check
import { defineConfig } from "pumice";

/*
 * Three dots become an ellipsis, except in code. A visitor shares one walk through the post with other steps; a step that
 * needs the whole tree says `transform: (tree, article) => …` instead, and any rehype plugin can be called there.
 */
export default defineConfig({
  steps: [
    {
      name: "ellipsis",
      visitor: {
        text: (node, _article, { parents }) => {
          if (parents.some((parent) => "tagName" in parent && /^(?:code|pre)$/.test(parent.tagName))) return undefined;
          node.value = node.value.replaceAll("...", "…");
          return undefined;
        },
      },
    },
  ],
});
