import { contentSecurityPolicy } from "../model/content-security-policy.js";
import type { Site } from "../model/site.js";
import type { Emitter } from "./emitter.js";

/**
 * `/_headers`, which Netlify, Cloudflare and others read. Layouts of the site's own may hold inline scripts, which the usual
 * policy would stop, so with them only a policy that the config asks for is sent.
 */
export const headers: Emitter = {
  name: "headers",
  emit: ({ site }) => {
    const lines = [
      `${site.config.baseurl}/*`,
      ...policyOf(site),
      "  X-Content-Type-Options: nosniff",
      "  Referrer-Policy: strict-origin-when-cross-origin",
    ];
    return { outputs: [{ path: "_headers", contents: `${lines.join("\n")}\n` }] };
  },
};

function policyOf({ config, layouts }: Site): readonly string[] {
  const policy = contentSecurityPolicy(config);
  if (policy === "" || (config.contentSecurityPolicy === undefined && layouts.size > 0)) return [];
  return [`  Content-Security-Policy: ${policy}; frame-ancestors 'self'`];
}
