import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/*
 * The programs side by side. Each makes a page of every post, the lists of 20 posts, tag and category pages and a feed; only
 * Pumice cleans and sanitizes what it reads.
 */

const root = join(import.meta.dirname, "..");

function writeFiles(site, files) {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(site, path)), { recursive: true });
    writeFileSync(join(site, path), text);
  }
}

const pumice = {
  name: "pumice",
  posts: "posts",
  output: "_site",
  layout: "layouts/post.html",
  isInstalled: () => existsSync(join(root, "dist/cli.js")),
  prepare: (site) =>
    writeFiles(site, {
      "_config.yml": "title: Bench\nurl: https://example.org\nlang: zh-CN\n",
      "layouts/post.html":
        "---\nlayout: default\n---\n<h1>{{ page.title }}</h1>\n{{ content }}\n{% include post-tags.html %}\n",
    }),
  forget: (site) => remove(site, "_site", ".pumice"),
  command: ["node", join(root, "dist/cli.js"), "build", "--quiet"],
};

const list = `{{ range .Paginator.Pages }}<h2><a href="{{ .RelPermalink }}">{{ .Title }}</a></h2>
<p>{{ .Date.Format "2006-01-02" }} {{ .Description }}</p>
{{ end }}{{ with .Paginator.Prev }}<a href="{{ .URL }}">newer</a>{{ end }}{{ with .Paginator.Next }}<a href="{{ .URL }}">older</a>{{ end }}`;
const frame = (body) =>
  `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>{{ .Title }}</title></head><body>${body}</body></html>\n`;

const hugo = {
  name: "hugo",
  posts: "content/posts",
  output: "public",
  layout: "layouts/_default/single.html",
  isInstalled: () => spawnSync("hugo", ["version"]).status === 0,
  prepare: (site) =>
    writeFiles(site, {
      "config.toml": `baseURL = "https://example.org/"
title = "Bench"
paginate = 20
disableKinds = ["section"]
[taxonomies]
tag = "tags"
category = "categories"
[permalinks]
posts = "/posts/:filename/"
[outputs]
home = ["HTML", "RSS"]
taxonomy = ["HTML"]
term = ["HTML"]
[services.rss]
limit = 20
`,
      "layouts/index.html": frame(list),
      "layouts/_default/list.html": frame(list),
      "layouts/_default/terms.html": frame(
        '{{ range .Data.Terms.ByCount }}<a href="{{ .Page.RelPermalink }}">{{ .Page.Title }}</a> {{ .Count }} {{ end }}',
      ),
      "layouts/_default/single.html": frame(
        '<h1>{{ .Title }}</h1>{{ .Content }}{{ range .GetTerms "tags" }}<a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ end }}{{ with .PrevInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}{{ with .NextInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}',
      ),
    }),
  forget: (site) => remove(site, "public", "resources"),
  command: ["hugo", "--quiet"],
};

/** Where npm installed it: the folder in `ELEVENTY`, or Pumice's own `node_modules`. */
const eleventyFolder = process.env.ELEVENTY ?? join(root, "node_modules/@11ty/eleventy");

const eleventyList = (collection) =>
  `<ul>{% for post in pagination.items %}<li><a href="{{ post.url }}">{{ post.data.title }}</a> {{ post.data.description }}</li>{% endfor %}</ul>${collection}`;

const eleventy = {
  name: "eleventy",
  posts: "posts",
  output: "_site",
  layout: "_includes/post.liquid",
  isInstalled: () => existsSync(join(eleventyFolder, "cmd.cjs")),
  prepare: (site) =>
    writeFiles(site, {
      "package.json": '{ "type": "module", "private": true }\n',
      // Groups are made once: a filter in each tag page would be quadratic, and no fair peer.
      "eleventy.config.js": `export default function (config) {
  const newestFirst = (api) => api.getFilteredByGlob("posts/*.html").reverse();
  const slices = (key) => (api) => {
    const groups = new Map();
    for (const post of newestFirst(api)) for (const name of [post.data[key] ?? []].flat()) {
      if (name === "post") continue;
      if (!groups.has(name)) groups.set(name, []);
      groups.get(name).push(post);
    }
    return [...groups].flatMap(([name, posts]) =>
      Array.from({ length: Math.ceil(posts.length / 20) }, (_, at) => ({ key, name, at, posts: posts.slice(at * 20, at * 20 + 20) })),
    );
  };
  config.addDateParsing((date) => new Date(String(date).replace(/ ([+-]\\d\\d)(\\d\\d)$/, "$1:$2").replace(" ", "T")));
  config.addCollection("newest", newestFirst);
  config.addCollection("byTag", slices("tags"));
  config.addCollection("byCategory", slices("categories"));
  return { htmlTemplateEngine: false, dir: { input: ".", output: "_site" } };
}
`,
      "posts/posts.11tydata.js":
        'export default { layout: "post.liquid", permalink: ({ page }) => "/posts/" + page.fileSlug + "/" };\n',
      "_includes/frame.liquid": frame("{{ content }}").replace("{{ .Title }}", "{{ title }}"),
      "_includes/post.liquid":
        '---\nlayout: frame.liquid\n---\n<h1>{{ title }}</h1>{{ content }}{% for tag in tags %}<a href="/tags/{{ tag | slugify }}/">{{ tag }}</a> {% endfor %}\n',
      "index.liquid": `---\nlayout: frame.liquid\npagination: { data: collections.newest, size: 20 }\npermalink: "{% if pagination.pageNumber == 0 %}/{% else %}/page/{{ pagination.pageNumber }}/{% endif %}"\n---\n${eleventyList("")}\n`,
      ...Object.fromEntries(
        ["byTag", "byCategory"].map((name) => [
          `${name}.liquid`,
          `---\nlayout: frame.liquid\npagination: { data: collections.${name}, size: 1, alias: slice }\npermalink: "/{{ slice.key }}/{{ slice.name | slugify }}/{{ slice.at }}/"\n---\n{% for post in slice.posts %}<a href="{{ post.url }}">{{ post.data.title }}</a> {% endfor %}\n`,
        ]),
      ),
    }),
  forget: (site) => remove(site, "_site", ".cache"),
  command: ["node", join(eleventyFolder, "cmd.cjs"), "--quiet"],
};

function remove(site, ...names) {
  for (const name of names) rmSync(join(site, name), { recursive: true, force: true });
}

export const programs = [pumice, hugo, eleventy];
