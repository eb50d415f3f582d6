import { escapeHtml } from "../../lib/escape.js";

const sized = /!\[([^[\]\n]{0,500})\]\(([^\s()<>"]{1,2000})\s+=(\d{0,5}%?)x(\d{0,5})\)/g;

/** CSDN and other editors write the size of a picture behind its address: `![alt](a.png =300x200)`. */
export function readImageSizes(line: string): string {
  if (!line.includes(" =") || !line.includes("](")) return line;
  return line.replace(sized, (_, alt: string, src: string, width: string, height: string) => {
    const size = [width && ` width="${width}"`, height && ` height="${height}"`].join("");
    return `<img src="${escapeHtml(src)}" alt="${escapeHtml(alt)}"${size}>`;
  });
}
