import type { Hash } from "../../lib/ruby/hash.js";
import type { JekyllSite } from "../../model/jekyll/site.js";
import { JekyllText } from "../../model/jekyll/text.js";
import type { Message } from "../../model/message.js";

/**
 * The plugin jekyll-paginate: the page that lists the posts gets a pager, and so many copies of it as there are further
 * pages. `dropOf` makes of posts what layouts see.
 */
export function paginate(site: JekyllSite, dropOf: (post: JekyllText) => unknown): void {
  const { config } = site;
  const { paginate: written } = config.values;
  if (typeof written !== "number" && !written) return;
  if (config.plugins.has("jekyll-paginate-v2")) return;
  if (!config.plugins.has("jekyll-paginate")) {
    // Named, but kept out by the safe mode, is no mistake.
    if (![config.values.plugins].flat().includes("jekyll-paginate")) site.messages.push(notSwitchedOn);
    return;
  }
  const pattern = `/${String(config.values.paginate_path)}`.replace(/\/{2,}/g, "/");
  const template = templatePage(site, pattern);
  if (site.pages.length === 0) return;
  if (!template) return void site.messages.push(noTemplate);
  const size = Number(written);
  if (size < 1 || site.posts.documents.length === 0) return;
  const posts = site.posts.documents.filter(({ data }) => data.hidden !== true).reverse();
  const total = Math.max(1, Math.ceil(posts.length / size));
  const first = template.url;
  const pathOf = (page: number): string => (page === 1 ? first : pattern.replace(":num", String(page)));
  for (let page = 1; page <= total; page += 1) {
    const pager: Hash = {
      page,
      per_page: size,
      posts: posts.slice((page - 1) * size, page * size).map(dropOf),
      total_posts: posts.length,
      total_pages: total,
      previous_page: page > 1 ? page - 1 : null,
      previous_page_path: page > 1 ? pathOf(page - 1) : null,
      next_page: page < total ? page + 1 : null,
      next_page_path: page < total ? pathOf(page + 1) : null,
    };
    const target = page === 1 ? template : copyOf(template, pathOf(page), site);
    target.paginator = pager;
    if (page > 1) site.pages.push(target);
  }
}

const notSwitchedOn: Message = {
  severity: "warning",
  ruleId: "paginate-plugin",
  reason:
    "Deprecation: You appear to have pagination turned on, but you haven't included the `jekyll-paginate` gem. Ensure you have `plugins: [jekyll-paginate]` in your configuration file.",
};

const noTemplate: Message = {
  severity: "warning",
  ruleId: "paginate-template",
  reason:
    "Pagination: Pagination is enabled, but I couldn't find an index.html page to use as the pagination template. Skipping pagination.",
};

/** The `index.html` in the folder of the pages, or above it, nearest first. */
function templatePage({ pages }: JekyllSite, pattern: string): JekyllText | undefined {
  const folder = pattern.slice(0, pattern.lastIndexOf("/"));
  const folders = folder.split("/").map((_, index, parts) => parts.slice(0, parts.length - index).join("/"));
  for (const candidate of folders) {
    const found = pages.find((page) => page.name === "index.html" && page.folder === candidate);
    if (found) return found;
  }
  return undefined;
}

function copyOf(template: JekyllText, url: string, { config }: JekyllSite): JekyllText {
  const { path, relativePath, name, data, source, contentLine } = template;
  const folder = url.endsWith("/") ? url : `${url}/`;
  return new JekyllText({ path, relativePath, name, data, content: source, contentLine, url: folder }, config);
}
