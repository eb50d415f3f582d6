import type { Finding } from "../model/finding.js";
import type { SitePost } from "../model/site.js";
import type { Check } from "./check.js";
import { proseOf } from "./finished-html.js";

const liquid = /\{\{[^{}\n]{0,200}\}\}|\{%-?\s*[a-z_]+[^%\n]{0,200}%\}/;

/** Template code that a reader sees, because nothing renders it in a post. */
export const deadLiquid: Check = {
  name: "dead-liquid",
  inBuild: false,
  run: ({ site, bodyOf }) => site.posts.flatMap((sitePost) => problemOf(sitePost, bodyOf(sitePost.post.path))),
};

function problemOf({ post }: SitePost, body: string): readonly Finding[] {
  const inUrl = post.urls
    .map(({ url }) => url.replace(/%7B%7B/gi, "{{").replace(/%7D%7D/gi, "}}"))
    .find((url) => liquid.test(url));
  // An author who switched Liquid off meant the braces as text.
  const inText =
    post.frontMatter.renderWithLiquid === false || !/\{[{%]/.test(body) ? undefined : liquid.exec(proseOf(body))?.[0];
  const found = inUrl ?? inText;
  if (found === undefined) return [];
  return [
    {
      severity: "warning",
      ruleId: "dead-liquid",
      reason: `Template code is shown as it is: ${found.slice(0, 80)}`,
      note: "Write what it stood for, or say `render_with_liquid: false` if it is meant as text",
      file: post.path,
      near: { text: [found, found.slice(0, 12)] },
    },
  ];
}
