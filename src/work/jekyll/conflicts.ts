import { type JekyllSite, writtenTexts } from "../../model/jekyll/site.js";
import type { Message } from "../../model/message.js";

/** Warnings about destinations that several files want; the last one gets it. */
export function conflictsOf(site: JekyllSite, shown: (output: string) => string): readonly Message[] {
  const claims = new Map<string, string[]>();
  const claim = (output: string, path: string): void => void claims.set(output, [...(claims.get(output) ?? []), path]);
  // A page may take the address that leads to it: where both stand, jekyll-redirect-from warns of nothing either.
  for (const text of writtenTexts(site)) if (!text.data.redirect) claim(text.outputPath, text.relativePath);
  for (const file of site.staticFiles)
    if (file.published) claim(outputOfFile(file.url), file.relativePath.replace(/^\//, ""));
  return [...claims]
    .filter(([, paths]) => paths.length > 1)
    .map(([output, paths]) => ({
      severity: "warning",
      ruleId: "conflict",
      reason: `Conflict: The following destination is shared by multiple files. The written file may end up with unexpected contents.`,
      note: [shown(output), ...paths.map((path) => ` - ${path}`)].join("\n"),
      file: paths[0]!,
    }));
}

/** The file of a static file's URL below the destination. */
export function outputOfFile(url: string): string {
  try {
    return decodeURIComponent(url).replace(/^\/+/, "");
  } catch {
    return url.replace(/^\/+/, "");
  }
}
