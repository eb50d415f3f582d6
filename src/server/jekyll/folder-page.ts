import { escapeHtml } from "../../lib/escape.js";
import { encodePath } from "../../model/segment.js";

/**
 * A page that lists what lies in a folder of the site, as Jekyll's server shows of one without an index; undefined where no
 * file of `paths` lies in it. `folder` begins and ends with a slash.
 */
export function folderPage(folder: string, paths: Iterable<string>): string | undefined {
  const inside = folder.slice(1);
  const names = new Set([...paths].filter((path) => path.startsWith(inside)).map((path) => entryOf(path, inside)));
  if (names.size === 0) return undefined;
  const title = `Index of ${escapeHtml(folder)}`;
  const links = [...(inside === "" ? [] : ["../"]), ...[...names].sort()].map(
    (name) => `<li><a href="./${escapeHtml(encodePath(name))}">${escapeHtml(name)}</a></li>`,
  );
  return `<!doctype html>\n<html>\n<head>\n<meta charset="utf-8">\n<title>${title}</title>\n</head>\n<body>\n<h1>${title}</h1>\n<ul>\n${links.join("\n")}\n</ul>\n</body>\n</html>\n`;
}

/** The name of a file, or of the folder that it lies in with a slash. */
function entryOf(path: string, inside: string): string {
  const rest = path.slice(inside.length);
  const end = rest.indexOf("/");
  return end < 0 ? rest : rest.slice(0, end + 1);
}
