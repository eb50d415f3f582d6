/*
 * Exporters that made Markdown of old posts left tables as HTML and wrote Markdown into their cells. No parser reads it there;
 * authors never saw it so. Only what cannot be anything else is read: pictures, links with a whole address, bold words.
 */

const tagOrMarkdown =
  /<(\/?)(t[dh]|pre|code|script|style|textarea)\b[^<>]*>|<[^<>]*>|(!?)\[([^[\]<>]{0,500})\]\(([^\s()<>"']{1,2000})(?:\s+"([^"<>\n]{0,500})")?\)|(?<![\w*])\*\*(?=[^\s*])([^*<>]{1,500})(?<=[^\s*])\*\*(?![\w*])/gi;
const wholeAddress = /^(?:https?:\/\/|\/|mailto:)/i;

/** A block of HTML with the Markdown in its table cells as HTML. */
export function readTableCells(html: string): string {
  if (!/<t[dh]\b/i.test(html)) return html;
  let cells = 0;
  let code = 0;
  return html.replace(tagOrMarkdown, (whole, slash, tagName, mark, label, url, title, bold) => {
    if (tagName) {
      const step = slash ? -1 : 1;
      if (/^t/i.test(tagName) && tagName.length === 2) cells = Math.max(0, cells + step);
      else code = Math.max(0, code + step);
      return whole;
    }
    if (cells === 0 || code > 0) return whole;
    if (bold !== undefined) return `<strong>${bold}</strong>`;
    if (url === undefined) return whole;
    return readLink({ whole, isImage: mark === "!", label, url, title });
  });
}

interface Link {
  readonly whole: string;
  readonly isImage: boolean;
  readonly label: string;
  readonly url: string;
  readonly title: string | undefined;
}

function readLink({ whole, isImage, label, url, title }: Link): string {
  const titled = title ? ` title="${title}"` : "";
  if (isImage) return `<img src="${url}" alt="${label.replaceAll('"', "&quot;")}"${titled}>`;
  return label.trim() !== "" && wholeAddress.test(url) ? `<a href="${url}"${titled}>${label}</a>` : whole;
}
