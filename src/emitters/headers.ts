import { contentSecurityPolicy } from "../model/content-security-policy.js";
import type { Site } from "../model/site.js";
import type { Emitter } from "./emitter.js";

/**
 * `/_headers`, which Netlify, Cloudflare and others read. Layouts of the site's own may hold inline scripts, which the usual
 * policy would stop, so with them only a policy that the config asks for is sent. Assets with a hash in their name are kept by
 * browsers for good; hosts let them ask again for all others.
 */
export const headers: Emitter = {
  name: "headers",
  emit: ({ site, assets }) => {
    const { baseurl } = site.config;
    const lines = [
      `${baseurl}/*`,
      ...policyOf(site),
      "  X-Content-Type-Options: nosniff",
      "  Referrer-Policy: strict-origin-when-cross-origin",
      ...Object.values(assets)
        .filter(isHashed)
        .flatMap((path) => [baseurl + path, `  ${forGood}`]),
      ...(hasVariants(site) ? [`${baseurl}/${site.config.folders.assets}/webp/*`, `  ${forGood}`] : []),
    ];
    return { outputs: [{ path: "_headers", contents: `${lines.join("\n")}\n` }] };
  },
};

function policyOf({ config, layouts }: Site): readonly string[] {
  const policy = contentSecurityPolicy(config);
  if (policy === "" || (config.contentSecurityPolicy === undefined && layouts.size > 0)) return [];
  return [`  Content-Security-Policy: ${policy}; frame-ancestors 'self'`];
}

const forGood = "Cache-Control: public, max-age=31536000, immutable";

/** There may be thousands, and hosts read no more than a hundred rules; nothing but them lies in their folder. */
function hasVariants({ pictures }: Site): boolean {
  return [...pictures.values()].some(({ variants }) => variants.some(({ cached }) => cached !== undefined));
}

/** A path for each, no pattern: hosts read patterns differently, and add up the headers of all that fit. */
const isHashed = (path: string) => /-[0-9a-f]{8}\.(?:css|js)$/.test(path);
