import { join } from "node:path";
import { type JekyllSite, writtenTexts } from "../../model/jekyll/site.js";
import type { Message } from "../../model/message.js";

/** Warnings about places below `destination` that several files want; the last one gets it. */
export function conflictsOf(site: JekyllSite, destination: string): readonly Message[] {
  const claims = new Map<string, Claim[]>();
  const claim = (output: string, by: Claim): void => void claims.set(output, [...(claims.get(output) ?? []), by]);
  // A page may take the address that leads to it: where both stand, jekyll-redirect-from warns of nothing either.
  for (const text of writtenTexts(site))
    if (!text.data.redirect) claim(text.outputPath, { shown: text.shownPath, file: text.relativePath });
  for (const file of site.staticFiles)
    if (file.published) claim(outputOfFile(file.url), { shown: file.path, file: file.relativePath.replace(/^\//, "") });
  return [...claims]
    .filter(([, claimed]) => claimed.length > 1)
    .map(([output, claimed]) => ({
      severity: "warning",
      ruleId: "conflict",
      reason: `Conflict: The following destination is shared by multiple files. The written file may end up with unexpected contents.`,
      note: [join(destination, output), ...claimed.map(({ shown }) => ` - ${shown}`)].join("\n"),
      file: claimed[0]!.file,
    }));
}

interface Claim {
  /** As Jekyll shows it: absolute, but for pages. */
  readonly shown: string;
  readonly file: string;
}

/** The file of a static file's URL below the destination. */
export function outputOfFile(url: string): string {
  try {
    return decodeURIComponent(url).replace(/^\/+/, "");
  } catch {
    return url.replace(/^\/+/, "");
  }
}
