import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { filesBelow } from "../../loader/jekyll/folder.js";
import type { JekyllSite } from "../../model/jekyll/site.js";
import type { JekyllText } from "../../model/jekyll/text.js";
import type { Message } from "../../model/message.js";

export interface LinkProblem {
  readonly kind: "broken-link" | "missing-image" | "broken-anchor" | "image-alt";
  /** As on the finished page. */
  readonly url: string;
  /** The text on whose page it is. */
  readonly text: JekyllText;
}

const words: Readonly<
  Record<LinkProblem["kind"], { severity: Message["severity"]; reason: (url: string) => string; note: string }>
> = {
  "broken-link": {
    severity: "warning",
    reason: (url) => `The link ${url} leads to nothing on this site`,
    note: "Correct the address; `{% link %}` and `{% post_url %}` tell of wrong ones themselves",
  },
  "missing-image": {
    severity: "warning",
    reason: (url) => `The picture ${url} is not there`,
    note: "Name it as it lies there; `relative_url` puts the base path in front",
  },
  "broken-anchor": {
    severity: "warning",
    reason: (url) => `The link ${url} leads to a place that its target does not have`,
    note: "Look up the id of the heading that is meant, or drop what stands behind the #",
  },
  "image-alt": {
    severity: "info",
    reason: (url) => `The picture ${url.slice(0, 200)} has no alternative text`,
    note: "Say in `alt` what is to be seen",
  },
};

/**
 * Messages about problems of finished pages, each at its place in the source: in the text itself, or, once for all pages, in
 * the layout or include that has it. What Liquid put together is told at the page.
 */
export function placeLinkProblems(problems: readonly LinkProblem[], site: JekyllSite): readonly Message[] {
  const templates = problems.length > 0 ? templatesOf(site) : [];
  const groups = new Map<string, { readonly problem: LinkProblem; readonly place: Place; pages: Set<JekyllText> }>();
  for (const problem of problems) {
    const place = placeOf(problem, templates);
    const isShared = place.file !== problem.text.relativePath;
    const key = `${problem.kind}\0${problem.url}\0${place.file}\0${isShared}`;
    const group = groups.get(key) ?? { problem, place, pages: new Set() };
    groups.set(key, group);
    group.pages.add(problem.text);
  }
  return [...groups.values()].map(({ problem, place, pages }) => {
    const { severity, reason, note } = words[problem.kind];
    const on = pages.size > 1 ? `, on ${pages.size} pages` : "";
    return { severity, ruleId: problem.kind, reason: reason(problem.url) + on, note, ...place };
  });
}

interface Place {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

interface Template {
  readonly file: string;
  readonly text: string;
  /** 1-based line of the file on which the text begins. */
  readonly firstLine: number;
}

function placeOf({ url, text }: LinkProblem, templates: readonly Template[]): Place {
  const own = { file: text.relativePath, text: text.source, firstLine: text.contentLine };
  for (const template of [own, ...templates]) {
    const at = indexOfUrl(template.text, url);
    if (at < 0) continue;
    const before = template.text.slice(0, at).split("\n");
    const column = before.at(-1)!.length + 1;
    return { file: template.file, line: template.firstLine + before.length - 1, column };
  }
  return { file: text.relativePath };
}

/** Where an address stands in quotes or brackets, and is not the beginning of a longer one. */
function indexOfUrl(text: string, url: string): number {
  for (let at = text.indexOf(url); at >= 0 && url !== ""; at = text.indexOf(url, at + 1))
    if (!/[\w/.#?=&%-]/.test(text[at + url.length] ?? "") && !/[\w/]/.test(text[at - 1] ?? "")) return at;
  return -1;
}

function templatesOf(site: JekyllSite): readonly Template[] {
  const layouts = [...site.layouts.values()].map(({ relativePath, content, contentLine }) => ({
    file: relativePath,
    text: content,
    firstLine: contentLine,
  }));
  const includes = site.includeFolders.flatMap((folder) =>
    filesBelow(folder, "", () => true).map((path) => {
      const whole = join(folder, path);
      const file = relative(site.config.source, whole).replaceAll("\\", "/");
      return { file, text: readFileSync(whole, "utf8"), firstLine: 1 };
    }),
  );
  return [...layouts, ...includes];
}
