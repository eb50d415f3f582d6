import type { Document } from "../model/document.js";
import type { Page } from "../model/page.js";
import { cleanPath, outputOf } from "../model/permalink.js";
import { encodePath } from "../model/segment.js";
import type { Site } from "../model/site.js";
import type { PageKind } from "./page-kind.js";

/** The owner's own pages: trusted text, Liquid and all. */
export const standalone: PageKind = (site) => site.documents.map((document) => standalonePage(document, site));

function standalonePage({ path, frontMatter, body, bodyKind }: Document, site: Site): Page {
  const permalink = encodePath(cleanPath(frontMatter.permalink ?? usualPath(path, site.config.folders.pages)));
  return {
    kind: "standalone",
    permalink,
    output: outputOf(permalink),
    title: frontMatter.title ?? "",
    layout: frontMatter.layout ?? "page",
    lang: frontMatter.lang ?? site.config.lang,
    source: path,
    body: { type: "source", text: body, markdown: bodyKind === "markdown" },
    data: { ...frontMatter.extra, description: frontMatter.description },
    noindex: frontMatter.noindex || frontMatter.hidden,
    ...((frontMatter.updated ?? frontMatter.date)
      ? { lastModified: frontMatter.updated ?? frontMatter.date ?? 0 }
      : {}),
  };
}

/** `pages/about.md` → `/about/`, `pages/index.html` → `/`, `pages/a/b.md` → `/a/b/`. */
function usualPath(path: string, folder: string): string {
  const inner = path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : path;
  return `/${inner.replace(/\.[^./]+$/, "").replace(/(^|\/)index$/, "$1")}/`.replace(/\/+$/, "/");
}
