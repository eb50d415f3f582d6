import type { Code } from "mdast";

/** What the line of a fence says about the code: the language for the class, a title for the reader. */
export interface CodeInfo {
  readonly language?: string;
  readonly title?: string;
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
  // Octopress: `ruby A title https://…`
  const beforeAddress = /^\S+\s+(\S.*?)\s+https?:\/\//.exec(info)?.[1];
  const shownTitle = titleText ?? afterColon ?? beforeAddress;
  return {
    ...(language && !isOption ? { language: language.toLowerCase() } : {}),
    ...(shownTitle ? { title: shownTitle } : {}),
  };
}

/** The block with its language found; its title, if it has one, waits in `data` for the tree of HTML. */
export function codeBlock(node: Code): Code {
  const info = [node.lang, node.meta].filter(Boolean).join(" ");
  const { language, title } = readCodeInfo(info);
  return {
    ...node,
    lang: language ?? null,
    meta: null,
    ...(title ? { data: { ...node.data, hProperties: { ...node.data?.hProperties, dataTitle: title } } } : {}),
  };
}
