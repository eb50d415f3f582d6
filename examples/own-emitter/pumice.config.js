// @ts-check
import { defineConfig } from "pumice";

/* A file that is no page: the newest post for a widget on some other site. Assets and pages of the same path win. */
export default defineConfig({
  emitters: [
    {
      name: "latest",
      emit: ({ site }) => {
        const latest = site.posts[0];
        if (!latest) return { outputs: [] };
        const { title, url } = latest.link;
        return { outputs: [{ path: "latest.json", contents: `${JSON.stringify({ title, url })}\n` }] };
      },
    },
  ],
});
