import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import type { KnownNames } from "../../layout/jekyll/engine.js";
import { usedNames } from "../../layout/jekyll/used-names.js";
import { filesBelow } from "../../loader/jekyll/folder.js";
import { allDocuments, type JekyllSite } from "../../model/jekyll/site.js";
import type { Message } from "../../model/message.js";

interface Template {
  readonly file: string;
  readonly text: string;
  /** 1-based line of the file on which the text begins. */
  readonly firstLine: number;
}

/** Tags and filters that the site's templates use and that there are none of, the first place of each in a file. */
export function unknownLiquidOf(site: JekyllSite, known: KnownNames): readonly Message[] {
  return templatesOf(site).flatMap(({ file, text, firstLine }) => {
    const seen = new Set<string>();
    return usedNames(text).flatMap(({ kind, name, line }) => {
      const isKnown = (kind === "tag" ? known.tags : known.filters).has(name);
      if (isKnown || seen.has(`${kind} ${name}`)) return [];
      seen.add(`${kind} ${name}`);
      return [unknown(kind, name, { file, line: line + firstLine - 1 })];
    });
  });
}

function templatesOf(site: JekyllSite): readonly Template[] {
  const texts = [...site.pages, ...allDocuments(site)].filter(({ data }) => data.render_with_liquid !== false);
  return [
    ...[...site.layouts.values()].map(({ relativePath, content, contentLine }) => ({
      file: relativePath,
      text: content,
      firstLine: contentLine,
    })),
    ...site.includeFolders.flatMap((folder) =>
      filesBelow(folder, "", () => true).map((path) => includeIn(folder, path, site)),
    ),
    ...texts.map(({ relativePath, source, contentLine }) => ({
      file: relativePath,
      text: source,
      firstLine: contentLine,
    })),
  ];
}

function includeIn(folder: string, path: string, { config }: JekyllSite): Template {
  const file = join(folder, path);
  const text = readFileSync(file, "utf8");
  return { file: relative(config.source, file).replaceAll("\\", "/"), text, firstLine: 1 };
}

/** An unknown tag stops a build; an unknown filter is passed over, as in Jekyll. */
function unknown(kind: "tag" | "filter", name: string, place: { file: string; line: number }): Message {
  const isTag = kind === "tag";
  return {
    severity: isTag ? "error" : "warning",
    ruleId: `unknown-${kind}`,
    reason: isTag ? `Liquid syntax error: Unknown tag '${name}'` : `Liquid error: undefined filter ${name}`,
    note: isTag
      ? "A plugin brings it that is not built in: an include can often do the same"
      : "Its value is shown unchanged",
    ...place,
  };
}
