const markup = /<!--[\s\S]*?(?:-->|$)|<(\/?)([a-z][\w:-]*)(?:"[^"]*"|'[^']*'|[^'">])*>/gi;

/** Contents that are no HTML: a `<` there begins no tag. */
const raw = /^(?:script|style|textarea|title)$/;

/** Replaces the text of HTML between its tags, except in elements of these names and in a head. */
export function replaceInText(html: string, skipped: ReadonlySet<string>, replace: (text: string) => string): string {
  const out: string[] = [];
  let end = 0;
  let within: { readonly name: string; depth: number } | undefined;
  const write = (text: string) => out.push(within ? text : replace(text));
  for (const match of html.matchAll(markup)) {
    const [whole, slash, written = ""] = match;
    const name = written.toLowerCase();
    if (within && raw.test(within.name) && !(slash && name === within.name)) continue;
    write(html.slice(end, match.index));
    out.push(whole);
    end = match.index + whole.length;
    if (within?.name === name) within.depth += slash ? -1 : 1;
    else if (!within && !slash && (raw.test(name) || name === "head" || skipped.has(name))) within = { name, depth: 1 };
    if (within?.depth === 0) within = undefined;
  }
  write(html.slice(end));
  return out.join("");
}
