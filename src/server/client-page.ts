import type { DevAnswer } from "./dev-site.js";

/** A page that only shows what is wrong. */
export function emptyPage(status: number): DevAnswer {
  const html =
    '<!doctype html>\n<html>\n<head>\n<meta charset="utf-8">\n<title>Pumice</title>\n</head>\n<body></body>\n</html>\n';
  return { status, path: "index.html", content: { contents: withClient(html, "") }, version: "" };
}

/** A page with the script that follows its changes: behind the document, where it changes nothing of what the layout says. */
export function withClient(html: string, version: string): string {
  return `${html}<script type="module" src="/__pumice/reload.js" data-pumice="${version}"></script>\n`;
}
