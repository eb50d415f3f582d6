import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { UserError } from "../model/message.js";

const folders = ["_data", "_drafts", "_includes", "_posts"];

const files: Readonly<Record<string, string>> = {
  "_config.yml": `url: "" # where the site will be published, such as https://example.org
baseurl: "" # the path there, such as /blog
title: ""
`,
  "_layouts/default.html": `<!DOCTYPE html>
<html lang="{{ site.lang | default: "en" }}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>{{ page.title | default: site.title }}</title>
    <link rel="stylesheet" href="{{ "/assets/css/main.css" | relative_url }}">
  </head>
  <body>
    {{ content }}
  </body>
</html>
`,
  "_sass/main.scss": "$width: 40em;\n\nbody {\n  max-width: $width;\n  margin: auto;\n}\n",
  "assets/css/main.scss": '---\n---\n\n@import "main";\n',
  "index.md": `---
layout: default
title: Welcome
---

# {{ page.title }}

Posts go into the folder _posts, drafts into _drafts.
`,
};

/**
 * Writes the skeleton of a Jekyll site, as `jekyll new --blank` does, and returns its absolute folder. Throws a `UserError` where
 * something is there already, unless `force`.
 */
export function createBlankSite(path: string, force: boolean): string {
  const folder = resolve(path);
  if (!force && existsSync(folder) && readdirSync(folder).length > 0) throw conflict(folder);
  for (const name of folders) mkdirSync(join(folder, name), { recursive: true });
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

function conflict(folder: string): UserError {
  const note = `Ensure ${folder} is empty or else try again with \`--force\` to proceed and overwrite any files.`;
  return new UserError(
    [{ severity: "error", ruleId: "not-empty", reason: `Conflict: ${folder} exists and is not empty.`, note }],
    1,
  );
}
