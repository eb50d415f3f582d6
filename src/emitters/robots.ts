import type { Emitter } from "./emitter.js";
import { wholeUrl } from "./whole-url.js";

/** `/robots.txt`: everything may be read, and here is the sitemap, whose URL must be whole. */
export const robots: Emitter = {
  name: "robots",
  emit: ({ site: { config } }) => {
    const lines = ["User-agent: *", "Allow: /"];
    if (config.url !== "") lines.push("", `Sitemap: ${wholeUrl(config, "/sitemap.xml")}`);
    return { outputs: [{ path: "robots.txt", contents: `${lines.join("\n")}\n` }] };
  },
};
