/** The beginning of a text up to its separator, made whole: open blocks closed, referenced links brought along. */
export interface Excerpt {
  readonly content: string;
  /** Whether blocks had to be closed. */
  readonly closedBlocks: boolean;
}

/** `blocks` are the names of Liquid's tags that need an end. */
export function extractExcerpt(content: string, separator: string, blocks: ReadonlySet<string>): Excerpt {
  const at = content.indexOf(separator);
  const tail = at < 0 ? "" : content.slice(at + separator.length);
  const head = at < 0 ? content : content.slice(0, at);
  if (tail === "") return { content: head, closedBlocks: false };
  const ends = openBlocks(head, blocks).map((name) => `\n{% end${name} %}`);
  const whole = head + ends.join("");
  const definitions = linkDefinitions(tail).filter(({ label }) => whole.includes(label));
  const links = definitions.map(({ label, target }) => label + target).join("\n");
  return { content: links === "" ? whole : `${whole}\n\n${links}`, closedBlocks: ends.length > 0 };
}

/** Innermost first. */
function openBlocks(head: string, blocks: ReadonlySet<string>): string[] {
  const names = [...head.matchAll(/\{%-?\s*(\w+)\s*.*?-?%\}/gs)].map((match) => match[1]!);
  const isClosed = (name: string): boolean => new RegExp(`\\{%-?\\s*end${name}.*?\\s*-?%\\}`, "s").test(head);
  return names.filter((name) => blocks.has(name) && !isClosed(name)).reverse();
}

function linkDefinitions(text: string): { readonly label: string; readonly target: string }[] {
  return [...text.matchAll(/^ {0,3}(\[[^\]]+\])(:.+)$/gm)].map(([, label, target]) => ({
    label: label!,
    target: target!,
  }));
}
