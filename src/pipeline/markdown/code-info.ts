import type { Code } from "mdast";

/** What the line of a fence says about the code: the language for the class, a title for the reader. */
export interface CodeInfo {
  readonly language?: string;
  readonly title?: string;
  /** Where the code comes from, and what the link to it says. */
  readonly href?: string;
  readonly linkText?: string;
}

/**
 * Reads the customs of many generators: `ruby linenos`, `js:title.js`, `js{1,3}`, `rust,ignore`, `{.python .numberLines}`,
 * `{r, echo=FALSE}`, `java title="A.java"`.
 */
export function readCodeInfo(info: string): CodeInfo {
  const title = /\b(?:title|filename|file|caption)\s*[=:]\s*(?:"([^"]+)"|'([^']+)'|([^\s"',}]+))/.exec(info);
  const titleText = title?.[1] ?? title?.[2] ?? title?.[3];
  const [, language, afterColon] = /^\{?\s*[.:]?\s*\.?([^\s{}:,="'`<>[\]()]+)(?::([^\s{}"']+))?/.exec(info) ?? [];
  const isOption = language !== undefined && info.slice(info.indexOf(language) + language.length).startsWith("=");
  // Octopress: `ruby A title https://… text of the link`
  const [, beforeAddress, address, behindAddress] = /^\S+\s+(?:(\S.*?)\s+)?(https?:\/\/\S+)\s*(.*)$/.exec(info) ?? [];
  const shownTitle = titleText ?? afterColon ?? beforeAddress;
  const named = namedLink(info);
  const href = named ? named.href : address;
  const linkText = named ? named.linkText : behindAddress;
  return {
    ...(href ? { href } : {}),
    ...(href && linkText ? { linkText } : {}),
    ...(language && !isOption ? { language: language.toLowerCase() } : {}),
    ...(shownTitle ? { title: shownTitle } : {}),
  };
}

/** As the tag `codeblock` is written out (`jekyll-tags/code-tags.ts`). */
function namedLink(info: string): { href: string; linkText?: string | undefined } | undefined {
  const href = /\shref="([^"]+)"/.exec(info)?.[1];
  return href === undefined ? undefined : { href, linkText: /\slink="([^"]+)"/.exec(info)?.[1] };
}

/** The block with its language found; its title, if it has one, waits in `data` for the tree of HTML. */
export function codeBlock(node: Code): Code {
  const info = [node.lang, node.meta].filter(Boolean).join(" ");
  const { language, title, href, linkText } = readCodeInfo(info);
  const label = { dataTitle: title, dataHref: href, dataLink: linkText };
  const given = Object.fromEntries(Object.entries(label).filter(([, value]) => value !== undefined));
  return {
    ...node,
    lang: language ?? null,
    meta: null,
    ...(title || href ? { data: { ...node.data, hProperties: { ...node.data?.hProperties, ...given } } } : {}),
  };
}
